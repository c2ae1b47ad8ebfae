import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { LEAF_COLUMNS, leafContent, toLeaf, type AuditLeafRow } from './audit-leaf.js';
import { AuditProofs, type AuditHead } from './audit-proofs.js';
import { CHAIN_START } from './merkle.js';

const CHUNK = 500;

const ROWS = `
  select seal.index, seal.leaf_hash, seal.chain_hash, ${LEAF_COLUMNS}
  from audit_seal seal join audit_leaf leaf on leaf.id = seal.leaf_id
  where seal.index >= $1 and seal.index < $2 order by seal.index`;

interface SealedRow extends AuditLeafRow {
  index: string;
  leaf_hash: Buffer;
  chain_hash: Buffer;
}

/** Writes the sealed trail for an auditor who has nothing but Node and `scripts/verify-audit.mjs`. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly tx: Transaction,
    private readonly proofs: AuditProofs,
  ) {}

  /**
   * Writes one JSON value a line: first the head, then every row with its leaf and its seal. Ends the stream.
   * The file opens the commitments (it holds the salts): it is for the auditor, not for the public.
   */
  async run(out: Writable): Promise<AuditHead> {
    const head = await this.proofs.head();
    await pipeline(Readable.from(this.lines(head)), out);
    return head;
  }

  private async *lines(head: AuditHead): AsyncGenerator<string> {
    yield `${JSON.stringify({ type: 'head', ...head })}\n`;
    let previous: Buffer = CHAIN_START;
    for (let from = 0; from < head.size; from += CHUNK) {
      const rows = await this.tx.reader.query<SealedRow[]>(ROWS, [from, Math.min(from + CHUNK, head.size)]);
      yield rows.map((row, at) => toLine(row, rows[at - 1]?.chain_hash ?? previous)).join('');
      previous = rows.at(-1)?.chain_hash ?? previous;
    }
  }
}

/** Each row says which link it follows: that tells a row put in from a row taken out. */
function toLine(row: SealedRow, previous: Buffer): string {
  const hashes = { leafHash: row.leaf_hash.toString('hex'), previous: previous.toString('hex'), chainHash: row.chain_hash.toString('hex') };
  return `${JSON.stringify({ type: 'row', index: Number(row.index), leaf: leafContent(toLeaf(row)), ...hashes })}\n`;
}
