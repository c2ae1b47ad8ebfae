import { Injectable } from '@nestjs/common';
import { isId, ListedQuestion, Transaction } from '#libs/database';
import type { Application, Submission } from '../domain/application.js';
import { ApplicationNumbers } from './application-numbers.js';
import { ApplicationStore, tallyOf, type CallTally } from './application.store.js';

/** An application as it stands, with what its organisation has in hand. */
export interface ToSubmit {
  readonly application: Application;
  readonly tally: readonly CallTally[];
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly tally: readonly CallTally[];
}

/** The answers as they stand in the row: the same, and nobody has to send and to pack them again. */
const ADD = `
  insert into application_submission (application_id, ordinal, number, answers, hash, rulebook_version, submitted_by, submitted_at)
  select a.id, $2, $3, a.answers, $4, $5, $6, $7 from application a where a.id = $1`;

/** What a submission asks for and adds: in the last minutes before a deadline for everybody at once. */
@Injectable()
export class SubmissionStore {
  readonly numbers: ApplicationNumbers;
  private asked?: ListedQuestion<Row>;

  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
  ) {
    this.numbers = new ApplicationNumbers(tx);
  }

  /** Outside a transaction and not locked: whoever changes it meanwhile, the submission finds out when it is written (`Overtaken`). */
  async toSubmit(id: string): Promise<ToSubmit | null> {
    const [row] = isId(id) ? await this.shared.of(id) : [];
    return row ? { application: this.applications.toChange(row), tally: row.tally } : null;
  }

  /** Of the application as it stands in its row. */
  add({ applicationId, ordinal, number, hash, rulebookVersion, submittedBy, submittedAt }: Submission): void {
    this.tx.insert(ADD, [applicationId, ordinal, number, hash, rulebookVersion, submittedBy, submittedAt]);
  }

  /** How often it has been submitted, and when last. */
  async before(id: string): Promise<{ times: number; last: Date | null }> {
    const [row] = await this.tx.sql<{ times: number; last: Date | null }>('select count(*)::int as times, max(submitted_at) as last from application_submission where application_id = $1', [id]);
    return row!;
  }

  private get shared(): ListedQuestion<Row> {
    const { own, takesPart } = { own: 'organisation_id = a.organisation_id', takesPart: 'co_organisation_ids @> array[a.organisation_id]::uuid[]' };
    return (this.asked ??= new ListedQuestion<Row>({
      text: `select ${this.applications.columnsOf('a')}, coalesce((select json_agg(t) from (${tallyOf(own, takesPart)}) t), '[]') as tally from application a where a.id in`,
      ask: (text, values) => this.tx.readTogether<Row>(text, values), keyOf: (row) => row.id,
    }));
  }
}
