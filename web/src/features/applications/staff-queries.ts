import { queryOptions } from '@tanstack/react-query';
import { api, type StaffApplicationsListData } from '../../api/index.js';

export type StaffFilter = NonNullable<StaffApplicationsListData['query']>;

export const APPLICATIONS = ['applications'] as const;

export const staffListQuery = (filter: StaffFilter) => queryOptions({ queryKey: [...APPLICATIONS, 'staff', filter], queryFn: () => api.staffApplicationsList({ query: filter }) });

export const staffApplicationQuery = (id: string) => queryOptions({ queryKey: [...APPLICATIONS, 'one', id], queryFn: () => api.applicantOne({ path: { id } }) });

export const screeningQuery = (id: string) => queryOptions({ queryKey: [...APPLICATIONS, 'one', id, 'screening'], queryFn: () => api.screeningShow({ path: { id } }) });

export const neighboursQuery = (id: string, filter: Omit<StaffFilter, 'sort' | 'limit' | 'after'>) =>
  queryOptions({ queryKey: [...APPLICATIONS, 'one', id, 'neighbours', filter], queryFn: () => api.staffApplicationsNeighbours({ path: { id }, query: filter }) });

export const dialogueQuery = (id: string) => queryOptions({ queryKey: [...APPLICATIONS, 'one', id, 'dialogue'], queryFn: () => api.supplementsShow({ path: { id } }) });

/** The rules under which it was submitted. */
export const rulesQuery = (callId: string, version: number) =>
  queryOptions({ queryKey: ['rulebook', callId, version], queryFn: () => api.rulebooksVersion({ path: { id: callId, version } }), staleTime: Infinity });

/** What waits at screening for the reader. */
export const waitsQuery = queryOptions({ queryKey: [...APPLICATIONS, 'waits'], queryFn: () => api.screeningDeskWaiting() });

/** Kept views of the table: the reader's own and those of her place. */
export const viewsQuery = queryOptions({ queryKey: ['application-views'], queryFn: () => api.screeningDeskKept() });

export const countsQuery = queryOptions({ queryKey: [...APPLICATIONS, 'counts', 'all'], queryFn: () => api.staffApplicationsCounts() });

