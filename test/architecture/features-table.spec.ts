import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

interface Row {
  readonly id: string;
  readonly state: string;
  readonly where: string;
  readonly tests: readonly string[];
}

/** The rows of `docs/features.md`: `| A1 | capability | Y | where | file › title<br>file › title |`. */
function rowsIn(table: string): Row[] {
  return [...table.matchAll(/^\| ([A-M]\d+) \|(.*)\|$/gm)].map(([, id, rest]) => {
    const cells = rest!.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { id: id!, state: cells[1] ?? '', where: cells[2] ?? '', tests: (cells[3] ?? '').split('<br>').map((test) => test.replaceAll('`', '').trim()).filter(Boolean) };
  });
}

function troubleWith(row: Row, sourceOf: (file: string) => string | undefined): string[] {
  if (!['Y', 'P', 'N'].includes(row.state)) return [`${row.id}: its state is "${row.state}"`];
  if (row.state !== 'N' && !row.where) return [`${row.id}: does not say where`];
  if (row.state === 'Y' && row.tests.length === 0) return [`${row.id}: Y without a test`];
  return row.tests.flatMap((test) => {
    const [file, title] = test.split(' › ').map((part) => part.trim());
    if (!file || !title) return [`${row.id}: "${test}" is not "file › title"`];
    const source = sourceOf(file);
    if (source === undefined) return [`${row.id}: there is no ${file}`];
    return unquoted(source).includes(unquoted(title)) ? [] : [`${row.id}: ${file} has no test "${title}"`];
  });
}

/** A title may stand in any quotes, with its own ones escaped. */
const unquoted = (text: string): string => text.replaceAll('\\', '');

const read = (file: string): string | undefined => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);

describe('the table of features', () => {
  const rows = rowsIn(read('docs/features.md') ?? '');

  it('has every row once, each with a state, a place and tests that exist', () => {
    expect(rows.length).toBeGreaterThanOrEqual(90);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.flatMap((row) => troubleWith(row, read))).toEqual([]);
  });

  it('would be told of a test that is not there, of a Y without one and of an unknown state', () => {
    const told = rowsIn(['| A1 | x | Y | here | a.spec.ts › says hello |', '| A2 | x | Y | here | |', '| A3 | x | ? | | |', '| A4 | x | P | half | b.spec.ts › is |', "| A5 | x | Y | here | `a.spec.ts › it's there` |"].join('\n'))
      .flatMap((row) => troubleWith(row, (file) => (file === 'a.spec.ts' ? "it('is silent'); it('it\\'s there')" : undefined)));
    expect(told).toEqual(['A1: a.spec.ts has no test "says hello"', 'A2: Y without a test', 'A3: its state is "?"', 'A4: there is no b.spec.ts']);
  });
});
