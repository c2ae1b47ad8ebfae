import type { Narrowable } from '#libs/access';
import { gramsOf, parseFilter, plainText, type Condition, type NumberField, type TextField } from '../domain/filter/parse-filter.js';

const TEXTS: Readonly<Record<TextField, readonly string[]>> = {
  any: ['a.number', 'a.project_name', 'a.organisation_name'], number: ['a.number'], project: ['a.project_name'], organisation: ['a.organisation_name'],
};
const NUMBERS: Readonly<Record<NumberField, { column: string }>> = { requested: { column: 'a.requested_fen' }, total: { column: 'a.total_fen' }, rank: { column: 'a.rank' } };

/** Adds what is asked for. Pairs of characters narrow it by the index; what is left is looked at letter by letter. */
export function narrowByWords(query: Narrowable, words: string): void {
  for (const [at, condition] of parseFilter(words).entries()) {
    const { sql, parameters } = conditionOf(condition, `w${at}`);
    query.andWhere(condition.not ? `not coalesce(${sql}, false)` : sql, parameters);
  }
}

function conditionOf(condition: Condition, name: string): { sql: string; parameters: Record<string, unknown> } {
  switch (condition.kind) {
    case 'text': return textCondition(condition, name);
    case 'number': return { sql: `${NUMBERS[condition.field].column} ${condition.is} :${name}`, parameters: { [name]: condition.value } };
    case 'day': return { sql: `(a.submitted_at at time zone 'Asia/Shanghai')::date ${condition.is} :${name}::date`, parameters: { [name]: condition.value } };
    case 'status': return { sql: `a.status = any(:${name})`, parameters: { [name]: [...condition.values] } };
  }
}

function textCondition({ field, value, not }: Extract<Condition, { kind: 'text' }>, name: string): { sql: string; parameters: Record<string, unknown> } {
  const like = `%${plainText(value).replace(/[%_\\]/g, '\\$&')}%`;
  const letters = TEXTS[field].map((column) => `lower(normalize(${column}, nfkc)) like :${name}`).join(' or ');
  if (not) return { sql: `(${letters})`, parameters: { [name]: like } };
  return {
    sql: `(a.words @> :${name}g::text[] and (${letters}))`,
    parameters: { [name]: like, [`${name}g`]: gramsOf(value) },
  };
}
