import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Clock } from '#libs/clock';
import { newId, packCursor, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { hashLeaf, LEAF_COLUMNS, toLeaf, type AuditLeaf, type AuditLeafId, type AuditLeafRow, type AuditSubject } from './audit-leaf.js';
import { canonicalJson } from '#libs/canonical-json';

/** What is put on record. */
export interface AuditEvent {
  /** What was done, such as `application.submitted`. */
  action: string;
  subject: AuditSubject;
  actor: Pick<Actor, 'accountId'>;
  /** Whatever explains the act later: JSON values only, and ids in place of personal data. */
  facts: object;
}

const RECORD = `
  insert into audit_leaf (id, at, actor_id, action, subject_kind, subject_id, facts, salt, content_hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const OF_SUBJECT = `
  select leaf.seq, ${LEAF_COLUMNS} from audit_leaf leaf
  where leaf.subject_kind = $1 and leaf.subject_id = $2 and leaf.seq > $3
  order by leaf.seq limit $4`;

/** The trail of who did what. An act and its record are one transaction: neither is kept without the other. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly tx: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes one leaf into the open transaction; it is sealed within a minute of the commit.
   * @throws TypeError for facts that JSON cannot carry exactly; Error without an open transaction
   */
  async record({ action, subject, actor, facts }: AuditEvent): Promise<AuditLeafId> {
    const leaf: AuditLeaf = {
      id: newId<AuditLeafId>(),
      at: this.clock.now(),
      actorId: actor.accountId,
      action,
      subject,
      facts,
      salt: randomBytes(32),
    };
    const values = [leaf.id, leaf.at, leaf.actorId, action, subject.kind, subject.id, canonicalJson(facts), leaf.salt, hashLeaf(leaf)];
    this.tx.insert(RECORD, values);
    return leaf.id;
  }

  /** Everything on record about one subject, oldest first. @throws DomainError `cursor_invalid` */
  async of(subject: AuditSubject, page: PageRequest): Promise<Page<AuditLeaf>> {
    const [after] = page.after === undefined ? ['0'] : unpackCursor(page.after, 1);
    const rows = await this.tx.reader.query<(AuditLeafRow & { seq: string })[]>(OF_SUBJECT, [
      subject.kind, subject.id, after, page.limit + 1,
    ]);
    const items = rows.slice(0, page.limit).map(toLeaf);
    return rows.length > page.limit ? { items, next: packCursor([rows[page.limit - 1]!.seq]) } : { items };
  }
}
