import { useQuery } from '@tanstack/react-query';
import { http } from '../api/client.js';
import type { DocumentStateView } from '../api/index.js';

/** What a file is worth opening for: whether it was scanned, and by whose leave it opens. Asked again while a scan is under way. */
export function useDocumentState(id: string | null): DocumentStateView | undefined {
  return useQuery({
    queryKey: ['documents', id],
    queryFn: () => http.get<DocumentStateView>(`/api/documents/${id}`),
    enabled: id !== null && id !== '',
    staleTime: 30_000,
    retry: 1,
    refetchInterval: ({ state }) => (state.data?.scan === 'quarantined' ? 3_000 : false),
  }).data;
}
