import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

const key = (id: string, what: string) => ['applications', 'own', id, what] as const;

export const writersQuery = (id: string) => queryOptions({ queryKey: key(id, 'writers'), queryFn: () => api.togetherList({ path: { id } }) });

export const commentsQuery = (id: string) => queryOptions({ queryKey: key(id, 'comments'), queryFn: () => api.togetherComments({ path: { id } }) });

export const revisionsQuery = (id: string) => queryOptions({ queryKey: key(id, 'revisions'), queryFn: () => api.writingRecordList({ path: { id } }) });

export const revisionQuery = (id: string, version: number) =>
  queryOptions({ queryKey: [...key(id, 'revisions'), version], queryFn: () => api.writingRecordOne({ path: { id, version } }), staleTime: Infinity });

export const effortQuery = (id: string) => queryOptions({ queryKey: key(id, 'effort'), queryFn: () => api.writingRecordEffort({ path: { id } }) });
