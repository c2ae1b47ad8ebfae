import type { Application } from '../domain/application.js';
import type { Conditions } from './conditions.js';

const SORTS = {
  submittedAt: { column: 'a.submitted_at', of: ({ submittedAt }: Sorted) => submittedAt },
  requestedFen: { column: 'a.requested_fen', of: ({ requestedFen }: Sorted) => requestedFen },
  totalFen: { column: 'a.total_fen', of: ({ totalFen }: Sorted) => totalFen },
  organisationName: { column: 'a.organisation_name', of: ({ organisationName }: Sorted) => organisationName },
  projectName: { column: 'a.project_name', of: ({ projectName }: Sorted) => projectName },
  number: { column: 'a.number', of: ({ number }: Sorted) => number },
} as const;

type Sorted = Pick<Application, 'submittedAt' | 'requestedFen' | 'totalFen' | 'organisationName' | 'projectName' | 'number'>;
type SortKey = keyof typeof SORTS;

/** What the table can be sorted by: up to three of those names, the most important first; with `-` in front from the greatest down. */
export const APPLICATION_SORT = /^-?(?:submittedAt|requestedFen|totalFen|organisationName|projectName|number)(?:,-?(?:submittedAt|requestedFen|totalFen|organisationName|projectName|number)){0,2}$/;

interface Step {
  readonly column: string;
  readonly falling: boolean;
}

/** An order of the table: by one to three columns, and rows that are equal in all of them by their ids, so that every page goes on where the last ended. */
export class ApplicationOrder {
  private readonly keys: readonly SortKey[];
  private readonly steps: readonly Step[];

  /** @param asked as `APPLICATION_SORT`; the order of submission where nothing is asked for */
  constructor(asked = 'submittedAt') {
    const given = asked.split(',').map((one) => ({ key: one.replace('-', '') as SortKey, falling: one.startsWith('-') }));
    const distinct = given.filter(({ key }, at) => given.findIndex((one) => one.key === key) === at);
    this.keys = distinct.map(({ key }) => key);
    this.steps = [...distinct.map(({ key, falling }) => ({ column: SORTS[key].column, falling })), { column: 'a.id', falling: distinct.at(-1)!.falling }];
  }

  /** How many values a cursor holds. */
  get length(): number {
    return this.steps.length;
  }

  get text(): string {
    return this.steps.map(({ column, falling }) => `${column} ${falling ? 'desc' : 'asc'}`).join(', ');
  }

  /** Where a row stands in the order. */
  placeOf(row: Sorted & { readonly id: string }): unknown[] {
    return [...this.keys.map((key) => SORTS[key].of(row)), row.id];
  }

  /** Only what comes after that place. In one direction rows are compared as a whole, which an index answers. */
  narrow(where: Conditions, place: readonly unknown[]): void {
    const named = Object.fromEntries(place.map((value, at) => [`v${at}`, value]));
    const [{ falling }] = this.steps as [Step];
    const whole = `(${this.steps.map(({ column }) => column).join(', ')}) ${falling ? '<' : '>'} (${place.map((_, at) => `:v${at}`).join(', ')})`;
    where.andWhere(this.steps.every((step) => step.falling === falling) ? whole : this.stepwise(), named);
  }

  private stepwise(): string {
    const after = ({ column, falling }: Step, at: number): string => `${column} ${falling ? '<' : '>'} :v${at}`;
    return this.steps.slice(0, -1).reduceRight((rest, step, at) => `${after(step, at)} or (${step.column} = :v${at} and (${rest}))`, after(this.steps.at(-1)!, this.steps.length - 1));
  }
}
