import { queryOptions } from '@tanstack/react-query';
import { api, type PublicCallsListData } from '../../api/index.js';

type PublicFilter = NonNullable<PublicCallsListData['query']>;

/** Published calls, as everybody may find them. */
export const publicCallsQuery = (filter: PublicFilter) =>
  queryOptions({ queryKey: ['public-calls', filter], queryFn: () => api.publicCallsList({ query: filter }) });

/** One published call with its rules and questions; one by invitation perhaps with its code. */
export const publicCallQuery = (id: string, code?: string) =>
  queryOptions({ queryKey: ['public-call', id, ...(code ? [code] : [])], queryFn: () => api.publicCallsOne({ path: { id }, query: code ? { code } : {} }) });
