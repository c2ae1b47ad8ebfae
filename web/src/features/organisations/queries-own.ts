import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

export const myOrganisationsQuery = queryOptions({ queryKey: ['organisations', 'mine'], queryFn: () => api.organisationMemberMine() });

export const organisationQuery = (id: string) => queryOptions({ queryKey: ['organisation', id], queryFn: () => api.organisationMemberOne({ path: { id } }) });

export const membersQuery = (id: string) => queryOptions({ queryKey: ['organisation', id, 'members'], queryFn: () => api.organisationPeopleList({ path: { id } }) });

export const formerMembersQuery = (id: string) => queryOptions({ queryKey: ['organisation', id, 'members', 'former'], queryFn: () => api.organisationPeopleFormer({ path: { id } }) });

export const accountsQuery = (id: string) => queryOptions({ queryKey: ['organisation', id, 'accounts'], queryFn: () => api.organisationMemberAccounts({ path: { id } }) });

/** Every federation, for naming the one of one's place. */
export const federationsQuery = queryOptions({ queryKey: ['federations'], queryFn: () => api.organisersDirectory(), staleTime: 10 * 60_000 });

export const creditCodeQuery = (code: string) =>
  queryOptions({ queryKey: ['credit-code', code], queryFn: () => api.organisationPeopleLookUp({ query: { code } }), enabled: code.trim().length >= 8, staleTime: 60_000 });
