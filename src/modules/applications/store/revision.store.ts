import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import type { Answers } from '../domain/form/answers.js';

/** What the answers were at one version of an application. */
export interface Revision {
  readonly applicationId: string;
  readonly version: number;
  readonly answers: Answers;
  readonly savedBy: string;
  readonly savedAt: Date;
}

const ADD = `insert into application_revision (application_id, version, answers, saved_by, saved_at) values ($1, $2, $3, $4, $5) on conflict do nothing`;
const COLUMNS = `application_id as "applicationId", version, saved_by as "savedBy", saved_at as "savedAt"`;

/** Earlier states of drafts; rows are only added. */
@Injectable()
export class RevisionStore {
  constructor(private readonly tx: Transaction) {}

  async add({ applicationId, version, answers, savedBy, savedAt }: Revision): Promise<void> {
    await this.tx.manager.query(ADD, [applicationId, version, JSON.stringify(answers), savedBy, savedAt]);
  }

  /** Newest first, without the answers. */
  list(applicationId: string): Promise<Omit<Revision, 'answers'>[]> {
    return this.tx.reader.query(`select ${COLUMNS} from application_revision where application_id = $1 order by version desc limit 200`, [applicationId]);
  }

  async at(applicationId: string, version: number): Promise<Revision | null> {
    if (!isId(applicationId)) return null;
    const [row] = await this.tx.reader.query<Revision[]>(`select ${COLUMNS}, answers from application_revision where application_id = $1 and version = $2`, [applicationId, version]);
    return row ?? null;
  }
}
