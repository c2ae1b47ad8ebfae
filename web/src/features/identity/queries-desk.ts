import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

export const OWN = ['own-account'] as const;
export const ADMIN = ['admin'] as const;
export const AFTER_ADMIN = [ADMIN, ['admin-accounts']] as const;

export const ownQuery = queryOptions({ queryKey: [...OWN, 'profile'], queryFn: () => api.ownAccountAccount() });
export const sessionsQuery = queryOptions({ queryKey: [...OWN, 'sessions'], queryFn: () => api.sessionsList() });
export const organisersQuery = queryOptions({ queryKey: [...ADMIN, 'organisers'], queryFn: () => api.organisersList() });
export const accountQuery = (id: string) => queryOptions({ queryKey: [...ADMIN, 'account', id], queryFn: () => api.administratorOne({ path: { id } }) });
export const holidaysQuery = queryOptions({ queryKey: [...ADMIN, 'holidays'], queryFn: () => api.holidaysList() });
