/** A statement with its values `$1`, `$2` … */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Several inserts as one statement: one plan, one answer. None of them may depend on what another writes, but foreign keys between them
 * hold, for PostgreSQL checks those at the statement's end.
 */
export function together(statements: readonly Statement[]): Statement {
  if (statements.length === 1) return statements[0]!;
  const values: unknown[] = [];
  const parts = statements.map((statement, at) => {
    const before = values.length;
    values.push(...statement.values);
    return `w${at} as (${statement.text.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + before}`)})`;
  });
  return { text: `with ${parts.join(', ')} select`, values };
}
