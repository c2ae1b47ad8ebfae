import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/index.js';

export const sitesQuery = (id: string) => queryOptions({ queryKey: ['applications', 'own', id, 'sites'], queryFn: () => api.sitesList({ path: { id } }) });

/** Nothing of a session goes along, whoever is signed in on this device. */
export const withLink = (token: string) => ({ headers: { 'x-site-token': token }, credentials: 'omit' as const });

export const siteQuery = (token: string) => queryOptions({ queryKey: ['site-confirmation', token], queryFn: () => api.siteConfirmationRead(withLink(token)), retry: false, gcTime: 0 });
