import type { QueryResultRow } from 'pg';
import { SharedQuestion } from './shared-question.js';

/**
 * So many are asked for at once. PostgreSQL keeps the plan of a list of so many values, and would make one anew for an array at every call;
 * a list that is shorter repeats its last.
 */
const TOGETHER = [1, 2, 4, 8, 16];

const listOf = (count: number): string => Array.from({ length: count }, (_, at) => `$${at + 1}`).join(', ');

interface Listed<Row> {
  /** The statement, up to the list of those that are asked for and after it: `select … where id in`, `order by …`. */
  readonly text: string;
  readonly after?: string;
  /** Carries the statement out: on any connection, for whoever joins may have come with another. */
  readonly ask: (text: string, values: readonly unknown[]) => Promise<Row[]>;
  /** Whose row it is. */
  readonly keyOf: (row: Row) => string;
  /** The key as the database knows it; itself where nothing is said. */
  readonly toValue?: (key: string) => unknown;
}

/** Rows of one kind by a key, those of several keys asked for together where they are wanted at the same moment (`SharedQuestion`). */
export class ListedQuestion<Row extends QueryResultRow> {
  private readonly shared = new SharedQuestion<Row[]>((keys) => this.ask(keys), TOGETHER.at(-1)!);
  private readonly texts: ReadonlyMap<number, string>;

  constructor(private readonly listed: Listed<Row>) {
    this.texts = new Map(TOGETHER.map((count) => [count, `${listed.text} (${listOf(count)}) ${listed.after ?? ''}`]));
  }

  /** Two who ask for the same get the same rows: they are for reading. */
  async of(key: string): Promise<readonly Row[]> {
    return (await this.shared.of(key)) ?? [];
  }

  private async ask(keys: readonly string[]): Promise<ReadonlyMap<string, Row[]>> {
    const { ask, keyOf, toValue = (key: string): unknown => key } = this.listed;
    const count = TOGETHER.find((one) => one >= keys.length)!;
    const values = Array.from({ length: count }, (_, at) => toValue(keys[Math.min(at, keys.length - 1)]!));
    const answers = new Map<string, Row[]>();
    for (const row of await ask(this.texts.get(count)!, values)) {
      const key = keyOf(row);
      const known = answers.get(key);
      if (known) known.push(row);
      else answers.set(key, [row]);
    }
    return answers;
  }
}
