import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { absent, invalid, say } from '#libs/errors';
import { hashLeaf, LEAF_COLUMNS, toLeaf, type AuditLeafRow } from './audit-leaf.js';
import { consistencyRanges, inclusionRanges, type Range } from './merkle.js';
import { SealedTree } from './sealed-tree.js';
import type { ConsistencyProof, InclusionProof } from './verify-proof.js';

/** What is written into minutes and handed to holders outside: it fixes every leaf up to `size`. Hexadecimal hashes. */
export interface AuditHead {
  size: number;
  root: string;
  chainHash: string;
}

/** Proofs after RFC 6962, each in as many reads as the tree is high. */
@Injectable()
export class AuditProofs {
  constructor(
    private readonly tx: Transaction,
    private readonly tree: SealedTree,
  ) {}

  /** The head now, or as it was after `size` leaves. @throws DomainError `audit_size_unknown` */
  async head(size?: number): Promise<AuditHead> {
    const end = await this.tree.end(size === undefined ? size : await this.known(size));
    const [root] = await this.tree.roots([{ start: 0, end: end.size }]);
    return { size: end.size, root: hex(root!), chainHash: hex(end.chainHash) };
  }

  /**
   * Proves that a leaf is part of the trail, now or as it was after `size` leaves.
   * @throws DomainError `audit_leaf_unsealed` when it is unknown or not sealed yet; `audit_size_unknown`
   */
  async inclusion(leafId: string, size?: number): Promise<InclusionProof> {
    const [leaf] = await this.tx.reader.query<{ index: string; leaf_hash: Buffer }[]>(
      'select index, leaf_hash from audit_seal where leaf_id = $1',
      [leafId],
    );
    if (!leaf) throw absent('audit_leaf_unsealed', NOT_SEALED, { id: leafId });
    const [index, end] = [Number(leaf.index), await this.known(size)];
    if (index >= end) throw sizeUnknown(end);
    return { index, size: end, leafHash: hex(leaf.leaf_hash), path: await this.path(inclusionRanges(index, end)) };
  }

  /** The hash of a record as it is kept now: equal to the hash that was sealed as long as nothing of it was changed. Null when there is none. */
  async content(leafId: string): Promise<string | null> {
    const [row] = await this.tx.reader.query<AuditLeafRow[]>(`select ${LEAF_COLUMNS} from audit_leaf leaf where leaf.id = $1`, [leafId]);
    return row ? hex(hashLeaf(toLeaf(row))) : null;
  }

  /** Proves that the trail of `first` leaves is the unchanged beginning of that of `second`. @throws DomainError `audit_size_unknown` */
  async consistency(first: number, second: number): Promise<ConsistencyProof> {
    await this.known(second);
    if (!Number.isSafeInteger(first) || first < 0 || first > second) throw sizeUnknown(first);
    return { first, second, path: await this.path(consistencyRanges(first, second)) };
  }

  private async known(size?: number): Promise<number> {
    const end = await this.tree.end();
    if (size === undefined) return end.size;
    if (!Number.isSafeInteger(size) || size < 0 || size > end.size) throw sizeUnknown(size);
    return size;
  }

  private async path(ranges: readonly Range[]): Promise<string[]> {
    return (await this.tree.roots(ranges)).map(hex);
  }
}

const hex = (hash: Buffer): string => hash.toString('hex');

const NOT_SEALED = say('记录 {id} 尚未封存，请稍后再试', 'The record {id} has not been sealed yet; try again shortly');

const sizeUnknown = (size: number) =>
  invalid('audit_size_unknown', say('审计记录没有长度为 {size} 的封存点', 'The trail has no sealed head of size {size}'), { size });
