import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';

/** Also the key under which the top bar counts what is unread. */
export const INBOX = ['inbox'] as const;

export const inboxQuery = (show: 'all' | 'unread') =>
  infiniteQueryOptions({
    queryKey: [...INBOX, 'list', show],
    queryFn: ({ pageParam }) => api.inboxList({ query: { limit: 50, show, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const MAILINGS = ['mailings'] as const;
/** Letters to many, what waits to be confirmed first. */
export const mailingsQuery = queryOptions({ queryKey: [...MAILINGS, 'list'], queryFn: () => api.mailingsList() });
/** Who would get what. */
export const mailingQuery = (id: string) => queryOptions({ queryKey: [...MAILINGS, 'one', id], queryFn: () => api.mailingsOne({ path: { id } }) });
