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
    return { id: id!, state: cells[1] ?? '', where: cells[2] ?? '', tests: testsIn(cells[3]) };
  });
}

type SourceOf = (file: string) => string | undefined;

function troubleWith(row: Row, sourceOf: SourceOf): string[] {
  if (!['Y', 'P', 'N'].includes(row.state)) return [`${row.id}: its state is "${row.state}"`];
  if (row.state !== 'N' && !row.where) return [`${row.id}: does not say where`];
  if (row.state === 'Y' && row.tests.length === 0) return [`${row.id}: Y without a test`];
  return missingTests(row.id, row.tests, sourceOf);
}

function missingTests(id: string, tests: readonly string[], sourceOf: SourceOf): string[] {
  return tests.flatMap((test) => {
    const [file, title] = test.split(' › ').map((part) => part.trim());
    if (!file || !title) return [`${id}: "${test}" is not "file › title"`];
    const source = sourceOf(file);
    if (source === undefined) return [`${id}: there is no ${file}`];
    return unquoted(source).includes(unquoted(title)) ? [] : [`${id}: ${file} has no test "${title}"`];
  });
}

interface Fault {
  readonly id: string;
  readonly tests: readonly string[];
  readonly seenFailing: string;
}

/** The rows of `docs/faults.md`: `| D05 | what happens | file › title<br>file › title | seen failing |`. */
function faultsIn(table: string): Fault[] {
  return [...table.matchAll(/^\| ([A-H]\d{2}) \|(.*)\|$/gm)].map(([, id, rest]) => {
    const cells = rest!.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { id: id!, tests: testsIn(cells[1]), seenFailing: cells[2] ?? '' };
  });
}

function troubleWithFault(fault: Fault, sourceOf: SourceOf): string[] {
  if (fault.tests.length > 0 && !fault.seenFailing) return [`${fault.id}: nobody has seen its test fail`];
  return missingTests(fault.id, fault.tests, sourceOf);
}

const testsIn = (cell = ''): string[] => cell.split('<br>').map((test) => test.replaceAll('`', '').trim()).filter(Boolean);

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

describe('the table of faults', () => {
  const faults = faultsIn(read('docs/faults.md') ?? '');

  it('has every row once, and no test that was never seen failing', () => {
    expect(faults.length).toBeGreaterThanOrEqual(40);
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    expect(faults.flatMap((fault) => troubleWithFault(fault, read))).toEqual([]);
  });

  it('would be told of a test that is not there and of one that never failed', () => {
    const table = ['| A01 | x | a.spec.ts › says hello | without the word |', '| A02 | x | a.spec.ts › is silent | |', '| A03 | x | | |'].join('\n');
    expect(faultsIn(table).flatMap((fault) => troubleWithFault(fault, () => "it('is silent')"))).toEqual(['A01: a.spec.ts has no test "says hello"', 'A02: nobody has seen its test fail']);
  });
});
