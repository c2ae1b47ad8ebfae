import { queryOptions } from '@tanstack/react-query';
import { api, type HeldReceiptBody } from '../../api/index.js';

/** Everything that this room has read. */
export const REPORTING = ['reporting'] as const;

/** While a report is made its progress is asked for every second. */
const WATCH_MS = 1_000;
const FIGURES_FRESH_MS = 30_000;

export const roundsQuery = queryOptions({ queryKey: [...REPORTING, 'rounds'], queryFn: () => api.statisticsOverview({ query: { limit: 50 } }), staleTime: FIGURES_FRESH_MS });

export const roundQuery = (id: string) =>
  queryOptions({ queryKey: [...REPORTING, 'round', id], queryFn: () => api.statisticsRound({ path: { id } }), staleTime: FIGURES_FRESH_MS });

export const reportsKey = (id: string) => [...REPORTING, 'reports', id] as const;
export const reportsQuery = (id: string) =>
  queryOptions({
    queryKey: reportsKey(id),
    queryFn: () => api.reportsList({ path: { id }, query: { limit: 20 } }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === 'asked' || status === 'making') ? WATCH_MS : false),
  });

/** What of reports, contracts, tranches and organisations waits to be let through; letting a file through asks anew. */
export const filesToReleaseQuery = queryOptions({ queryKey: ['documents', 'to-release'], queryFn: () => api.statisticsFilesToRelease() });

export const totalsQuery = queryOptions({ queryKey: [...REPORTING, 'totals'], queryFn: () => api.portalStatistics() });

export const receiptCheckQuery = (receipt: HeldReceiptBody) =>
  queryOptions({ queryKey: [...REPORTING, 'receipt', receipt], queryFn: () => api.publicReceiptsCheck({ body: receipt }), retry: false, staleTime: Infinity });

export const verificationQuery = (hash: string) =>
  queryOptions({ queryKey: [...REPORTING, 'verification', hash], queryFn: () => api.portalVerify({ path: { hash } }), enabled: hash !== '', retry: false, staleTime: Infinity });
