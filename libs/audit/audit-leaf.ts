import type { Id } from '#libs/database';
import { canonicalJson } from '#libs/canonical-json';
import { leafHash } from './merkle.js';

export type AuditLeafId = Id<'AuditLeaf'>;

export interface AuditSubject {
  /** What it is about, such as `application`. */
  kind: string;
  id: string;
}

/** One thing that somebody did, as it is kept. */
export interface AuditLeaf {
  id: AuditLeafId;
  at: Date;
  actorId: string;
  action: string;
  subject: AuditSubject;
  facts: unknown;
  /** 32 random bytes: whoever knows only the hash cannot guess short facts, such as a score. */
  salt: Buffer;
}

export interface AuditLeafRow {
  id: AuditLeafId;
  at: Date;
  actor_id: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  facts: unknown;
  salt: Buffer;
}

/** The members that are hashed, and that the export writes down for the verifier. */
export function leafContent({ id, at, actorId, action, subject, facts, salt }: AuditLeaf): object {
  return { id, at: at.toISOString(), actorId, action, subject: { kind: subject.kind, id: subject.id }, facts, salt: salt.toString('hex') };
}

/** SHA-256(0x00 ‖ canonical JSON). */
export const hashLeaf = (leaf: AuditLeaf): Buffer => leafHash(canonicalJson(leafContent(leaf)));

export const toLeaf = (row: AuditLeafRow): AuditLeaf => ({
  id: row.id,
  at: row.at,
  actorId: row.actor_id,
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject_id },
  facts: row.facts,
  salt: row.salt,
});

export const LEAF_COLUMNS = ['id', 'at', 'actor_id', 'action', 'subject_kind', 'subject_id', 'facts', 'salt']
  .map((column) => `leaf.${column}`)
  .join(', ');
