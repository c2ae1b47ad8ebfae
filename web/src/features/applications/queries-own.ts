import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

export const myApplicationsQuery = queryOptions({ queryKey: ['applications', 'mine'], queryFn: () => api.ownApplicationsMine() });

export const myApplicationQuery = (id: string) => queryOptions({ queryKey: ['applications', 'own', id], queryFn: () => api.applicantOne({ path: { id } }) });

/** What would be submitted of this state of the draft; never taken from an earlier look. */
export const previewQuery = ({ id, version }: { readonly id: string; readonly version: number }) =>
  queryOptions({ queryKey: ['applications', 'own', id, 'preview', version], queryFn: () => api.applicantPreview({ path: { id } }), staleTime: 0 });

export const receiptsQuery = (id: string) => queryOptions({ queryKey: ['applications', 'own', id, 'receipts'], queryFn: () => api.applicantReceipts({ path: { id } }) });

export const submissionQuery = (id: string, ordinal: number) =>
  queryOptions({ queryKey: ['applications', 'own', id, 'receipts', ordinal], queryFn: () => api.ownApplicationsSubmission({ path: { id, ordinal } }), staleTime: Infinity });

/** The rules in force, of the call that the application is for. */
export const rulesQuery = (callId: string) => queryOptions({ queryKey: ['public-call', callId], queryFn: () => api.publicCallsOne({ path: { id: callId } }) });

export const callsToApplyForQuery = queryOptions({ queryKey: ['public-calls', { phase: 'open' }], queryFn: () => api.publicCallsList({ query: { phase: 'open', limit: 100 } }) });

export const mineToApplyAsQuery = queryOptions({ queryKey: ['organisations', 'mine'], queryFn: () => api.organisationMemberMine() });
