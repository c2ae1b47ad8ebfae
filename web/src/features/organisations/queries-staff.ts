import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

export const STAFF = ['organisations', 'staff'] as const;
/** A decision about an account or a stop also changes what waits for finance; a merge who acts for it. */
export const AFTER_STAFF = [['organisations'], ['organisations-list'], ['organisation'], ['projects'], ['funds'], ['payments'], ['inbox']] as const;

export const organisationQuery = (id: string) => queryOptions({ queryKey: [...STAFF, id], queryFn: () => api.organisationMemberOne({ path: { id } }) });
export const standingQuery = (id: string) => queryOptions({ queryKey: [...STAFF, id, 'standing'], queryFn: () => api.organisationStaffStands({ path: { id } }) });
export const accountsQuery = (id: string) => queryOptions({ queryKey: [...STAFF, id, 'accounts'], queryFn: () => api.bankAccountsList({ query: { organisationId: id } }) });
export const recordQuery = (id: string) => queryOptions({ queryKey: [...STAFF, id, 'record'], queryFn: () => api.organisationRecordRecord({ path: { id } }) });
export const mergeQuery = (lostId: string, keptId: string) => queryOptions({ queryKey: [...STAFF, lostId, 'merge', keptId], queryFn: () => api.organisationRecordPreviewMerge({ path: { id: lostId }, query: { intoId: keptId } }) });
