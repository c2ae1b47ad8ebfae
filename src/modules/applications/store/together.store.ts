import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { GivenPart } from '../applications.permissions.js';

export interface Collaborator {
  readonly accountId: string;
  readonly role: GivenPart;
  readonly givenAt: Date;
}

/** A remark of one writer to the others, at a section or at one of its questions. */
export interface DraftComment {
  readonly id: string;
  readonly section: string;
  readonly question: string | null;
  readonly text: string;
  readonly authorId: string;
  readonly at: Date;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
}

export interface Presence {
  readonly accountId: string;
  readonly section: string | null;
  readonly question: string | null;
  readonly seenAt: Date;
}

const GIVE = `
  insert into application_collaborator (application_id, account_id, role, given_by, given_at) values ($1, $2, $3, $4, $5)
  on conflict (application_id, account_id) do update set role = excluded.role, given_by = excluded.given_by, given_at = excluded.given_at`;

const COMMENTS = `
  select id, section, question, text, author_id as "authorId", at, resolved_by as "resolvedBy", resolved_at as "resolvedAt"
  from application_comment where application_id = $1 order by at, id limit 1000`;

const ADD_COMMENT = `insert into application_comment (id, application_id, section, question, text, author_id, at) values ($1, $2, $3, $4, $5, $6, $7)`;

/** Active time is what the page reports, and never more than has passed since it last reported. */
const BEAT = `
  insert into application_presence as p (application_id, account_id, section, question, seen_at, active_seconds) values ($1, $2, $3, $4, $5, 0)
  on conflict (application_id, account_id) do update set section = excluded.section, question = excluded.question, seen_at = excluded.seen_at,
    active_seconds = p.active_seconds + least($6::int, greatest(0, ceil(extract(epoch from excluded.seen_at - p.seen_at))::int))`;

const PRESENT = `
  select account_id as "accountId", section, question, seen_at as "seenAt" from application_presence
  where application_id = $1 and seen_at > $2::timestamptz - make_interval(secs => $3) and account_id <> $4 order by account_id`;

/** Who writes an application together. */
@Injectable()
export class TogetherStore {
  constructor(private readonly tx: Transaction) {}

  async partOf(applicationId: string, accountId: string): Promise<GivenPart | null> {
    const [row] = await this.tx.reader.query<{ role: GivenPart }[]>('select role from application_collaborator where application_id = $1 and account_id = $2', [applicationId, accountId]);
    return row?.role ?? null;
  }

  collaborators(applicationId: string): Promise<Collaborator[]> {
    return this.tx.reader.query('select account_id as "accountId", role, given_at as "givenAt" from application_collaborator where application_id = $1 order by given_at, account_id', [applicationId]);
  }

  async give(applicationId: string, accountId: string, role: GivenPart, by: { accountId: string; now: Date }): Promise<void> {
    await this.tx.manager.query(GIVE, [applicationId, accountId, role, by.accountId, by.now]);
  }

  async take(applicationId: string, accountId: string): Promise<void> {
    await this.tx.manager.query('delete from application_collaborator where application_id = $1 and account_id = $2', [applicationId, accountId]);
  }

  comments(applicationId: string): Promise<DraftComment[]> {
    return this.tx.reader.query(COMMENTS, [applicationId]);
  }

  async addComment(applicationId: string, { id, section, question, text, authorId, at }: DraftComment): Promise<void> {
    await this.tx.manager.query(ADD_COMMENT, [id, applicationId, section, question, text, authorId, at]);
  }

  /** Answers whether there was such an open comment. */
  async resolve(applicationId: string, id: string, by: { accountId: string; now: Date }): Promise<boolean> {
    const [, count] = await this.tx.manager.query<[unknown, number]>(
      'update application_comment set resolved_by = $3, resolved_at = $4 where application_id = $1 and id = $2 and resolved_at is null', [applicationId, id, by.accountId, by.now],
    );
    return count === 1;
  }

  async beat(applicationId: string, { accountId, section, question, seenAt }: Presence, activeSeconds: number): Promise<void> {
    await this.tx.manager.query(BEAT, [applicationId, accountId, section, question, seenAt, activeSeconds]);
  }

  /** The others who were there in the last seconds. */
  present(applicationId: string, besides: string, { now, seconds }: { now: Date; seconds: number }): Promise<Presence[]> {
    return this.tx.reader.query(PRESENT, [applicationId, now, seconds, besides]);
  }
}
