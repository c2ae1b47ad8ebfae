import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { SiteRequest } from '../domain/sites/site-request.js';
import { liveSites, SITE_COLUMNS } from './live-sites.js';

const ADD = 'insert into application_site (id, application_id, name, email, token_hash, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7)';

const ANSWER = `
  update application_site set said = $2, answered_at = $3, answerer = $4, office = $5, phone = $6, reason = $7, content = $8, content_hash = $9 where id = $1 and said = 'asked'`;

/** The count is not what an applicant has written: it changes no version, so that nobody's draft goes stale by it. */
const COUNT = `
  update application a set site_requests = (select count(*)::int from application_site s where s.application_id = a.id and s.ended_at is null) where a.id = $1`;

export interface GivenAnswer extends Pick<SiteRequest, 'id' | 'reason'> {
  readonly said: 'confirmed' | 'declined';
  readonly answeredAt: Date;
  readonly answerer: string;
  readonly office: string;
  readonly phone: string;
  readonly content: string;
  readonly contentHash: string;
}

/** What sites are asked over links. Of a link the hash alone is kept. */
@Injectable()
export class SiteStore {
  constructor(private readonly tx: Transaction) {}

  /** Those that stand, oldest first. */
  live(applicationId: string): Promise<SiteRequest[]> {
    return liveSites(this.tx, applicationId);
  }

  async withHash(tokenHash: string): Promise<SiteRequest | null> {
    const [row] = await this.tx.reader.query<SiteRequest[]>(`select ${SITE_COLUMNS} from application_site where token_hash = $1`, [tokenHash]);
    return row ?? null;
  }

  async add({ id, applicationId, name, email, askedAt }: SiteRequest, tokenHash: string, askedBy: string): Promise<void> {
    await this.tx.manager.query(ADD, [id, applicationId, name, email, tokenHash, askedBy, askedAt]);
    await this.tx.manager.query(COUNT, [applicationId]);
  }

  async end({ id, applicationId }: SiteRequest, how: 'withdrawn' | 'sent_anew', at: Date): Promise<void> {
    await this.tx.manager.query('update application_site set ended_at = $2, ended_how = $3 where id = $1', [id, at, how]);
    await this.tx.manager.query(COUNT, [applicationId]);
  }

  async answer({ id, said, answeredAt, answerer, office, phone, reason, content, contentHash }: GivenAnswer): Promise<void> {
    await this.tx.manager.query(ANSWER, [id, said, answeredAt, answerer, office, phone, reason, content, contentHash]);
  }
}
