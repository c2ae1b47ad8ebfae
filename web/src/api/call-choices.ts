import { queryOptions } from '@tanstack/react-query';
import { callsList } from './generated/sdk.gen.js';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next?: string;
}

/** Every row of a list, page by page: for choices and for what waits, which must not end where the first page does. */
export async function allPages<Row>(read: (after: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    rows.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

/** Every round that the reader may see, for filters and for naming. */
export const callChoicesQuery = queryOptions({
  queryKey: ['calls', 'choices'],
  queryFn: async () => ({ items: await allPages((after) => callsList({ query: { limit: 200, ...(after ? { after } : {}) } })) }),
});
