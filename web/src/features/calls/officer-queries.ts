import { queryOptions } from '@tanstack/react-query';
import { allPages, api } from '../../api/index.js';
import type { SchemaNode } from './rulebook/schema.js';

export const CALLS = ['calls'] as const;

/** Every round of a programme, or of all: one that is under way may be older than any number of newer ones. */
export const roundsOfQuery = (programmeId: string | null) =>
  queryOptions({
    queryKey: [...CALLS, 'list', programmeId ?? 'all'],
    queryFn: () => allPages((after) => api.callsList({ query: { limit: 200, ...(programmeId ? { programmeId } : {}), ...(after ? { after } : {}) } })),
  });

export const callQuery = (id: string) => queryOptions({ queryKey: [...CALLS, 'one', id], queryFn: () => api.callsOne({ path: { id } }) });

export const callHistoryQuery = (id: string) => queryOptions({ queryKey: [...CALLS, 'one', id, 'history'], queryFn: () => api.callsHistory({ path: { id } }) });

export const versionsQuery = (id: string) => queryOptions({ queryKey: [...CALLS, 'one', id, 'versions'], queryFn: () => api.rulebooksVersions({ path: { id } }) });

export const versionQuery = (id: string, version: number) =>
  queryOptions({ queryKey: [...CALLS, 'version', id, version], queryFn: () => api.rulebooksVersion({ path: { id, version } }), staleTime: Infinity });

export const changesQuery = (id: string, from: number, to: number) =>
  queryOptions({ queryKey: [...CALLS, 'changes', id, from, to], queryFn: () => api.rulebooksChanges({ path: { id }, query: { from, to } }), staleTime: Infinity });

export const programmesQuery = queryOptions({ queryKey: ['programmes', 'all'], queryFn: async () => (await api.programmesList({ query: { limit: 200 } })).items });

export const templatesQuery = queryOptions({ queryKey: ['rulebook-templates'], queryFn: () => api.rulebooksTemplates(), staleTime: Infinity });

export const schemaQuery = queryOptions({ queryKey: ['rulebook-schema'], queryFn: async () => (await api.publicCallsSchema()) as unknown as SchemaNode, staleTime: Infinity });

/** How many applications of each call stand where. */
export const countsQuery = (callId?: string) =>
  queryOptions({ queryKey: ['applications', 'counts', callId ?? 'all'], queryFn: () => api.staffApplicationsCounts({ query: callId ? { callId } : {} }) });

export const extensionsQuery = (id: string) => queryOptions({ queryKey: [...CALLS, 'one', id, 'extensions'], queryFn: () => api.extensionsList({ path: { id } }) });

export const questionsQuery = (id: string) => queryOptions({ queryKey: [...CALLS, 'one', id, 'questions'], queryFn: () => api.questionsList({ path: { id } }) });

export const admissionQuery = (id: string) => queryOptions({ queryKey: [...CALLS, 'one', id, 'admission'], queryFn: () => api.admissionRead({ path: { id } }) });
