import { allPages } from '../../web/src/api/call-choices.js';

describe('choices of a long list', () => {
  it('hold every row, also those behind the first page', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => at);
    const asked: (string | undefined)[] = [];
    const read = async (after: string | undefined) => {
      asked.push(after);
      const from = Number(after ?? 0);
      return { items: rows.slice(from, from + 200), ...(from + 200 < rows.length ? { next: String(from + 200) } : {}) };
    };
    expect([await allPages(read), asked]).toEqual([rows, [undefined, '200', '400']]);
  });
});
