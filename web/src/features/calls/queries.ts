import { queryOptions } from '@tanstack/react-query';
import { api, type PublicCallsListData } from '../../api/index.js';

type PublicFilter = NonNullable<PublicCallsListData['query']>;

/** Published calls, as everybody may find them. */
export const publicCallsQuery = (filter: PublicFilter) =>
  queryOptions({ queryKey: ['public-calls', filter], queryFn: () => api.publicCallsList({ query: filter }) });

/** One published call with its rules and questions. */
export const publicCallQuery = (id: string) => queryOptions({ queryKey: ['public-call', id], queryFn: () => api.publicCallsOne({ path: { id } }) });
