import { Overtaken } from './overtaken.js';

/** A statement with its values `$1`, `$2` … */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Of one that returns the row it changes or holds, and must find it: whose row, and what it means that there was none. */
  readonly change?: { readonly table: string; readonly unchanged: () => unknown };
  /** It cannot be part of another, for it has parts that write itself; says what its failure means. */
  readonly whole?: (error: unknown) => unknown;
}

/** What goes out as one statement each: neighbours together, a whole one by itself. */
export function inGroups(statements: readonly Statement[]): Statement[][] {
  const groups: Statement[][] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    if (last && !statement.whole && !last[0]!.whole) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

/** PostgreSQL divides by what it finds. */
const DIVISION_BY_ZERO = '22012';

/**
 * Several writes as one statement: one plan, one answer. None of them may depend on what another writes, but foreign keys between them
 * hold, for PostgreSQL checks those at the statement's end. A change that finds no row fails all of it at once, for the commit may be on
 * its way before the answer, and must not go through.
 */
export function together(statements: readonly Statement[]): Pick<Statement, 'text' | 'values'> {
  const [first] = statements;
  if (statements.length === 1 && !first!.change) return first!;
  const values: unknown[] = [];
  const parts = statements.map((statement, at) => {
    const before = values.length;
    values.push(...statement.values);
    return `w${at} as (${numberedFrom(statement.text, before)})`;
  });
  const found = statements.flatMap(({ change }, at) => (change ? [`1 / coalesce((select 1 from w${at}), 0)`] : []));
  return { text: `with ${parts.join(', ')} select${found.length > 0 ? ` ${found.join(', ')}` : ''}`, values };
}

const MOST_REMEMBERED = 2_000;
const numbered = new Map<string, string>();

/** The same few texts meet at every save. */
function numberedFrom(text: string, before: number): string {
  if (before === 0) return text;
  const known = numbered.get(`${before} ${text}`);
  if (known !== undefined) return known;
  const made = text.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + before}`);
  if (numbered.size < MOST_REMEMBERED) numbered.set(`${before} ${text}`, made);
  return made;
}

/** What the failure of statements that went together means. Where several had to find a row, nobody can tell which of them did not. */
export function faultOf(statements: readonly Statement[], error: unknown): unknown {
  const [first] = statements;
  if (first?.whole) return first.whole(error);
  if ((error as { code?: string }).code !== DIVISION_BY_ZERO) return error;
  const meant = statements.flatMap(({ change }) => (change ? [change.unchanged()] : []));
  return meant.length > 1 ? new Overtaken() : (meant[0] ?? error);
}
