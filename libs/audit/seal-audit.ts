import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { chainHash, type SealedNode } from './merkle.js';
import { SealedTree } from './sealed-tree.js';

const BATCH = 2000;
const DAY = 24 * 60 * 60 * 1000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const UNSEALED = `
  select leaf.id, leaf.content_hash from audit_leaf leaf
  where leaf.id > $1 and not exists (select from audit_seal seal where seal.leaf_id = leaf.id)
  order by leaf.seq limit $2`;

const SEAL = `
  insert into audit_seal (index, leaf_id, leaf_hash, chain_hash)
  select * from unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])`;

const KEEP_NODES = 'insert into audit_node (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])';

interface UnsealedLeaf {
  id: string;
  content_hash: Buffer;
}

/** Numbers what has been committed since last time, without gaps, and adds it to the chain and to the tree. */
@Injectable()
export class SealAudit {
  constructor(
    private readonly tx: Transaction,
    private readonly tree: SealedTree,
  ) {}

  /**
   * Seals every committed leaf; answers how many. Any number of processes may ask at once.
   * @param everything looks further back than a day before the last sealed leaf: for the leaf of a machine whose clock was wrong
   */
  async run({ everything = false } = {}): Promise<number> {
    let sealed = 0;
    for (;;) {
      const batch = await this.tx.run(() => this.sealBatch(everything));
      sealed += batch;
      if (batch < BATCH) return sealed;
    }
  }

  private async sealBatch(everything: boolean): Promise<number> {
    await this.tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('audit.seal', 0))`);
    const end = await this.tree.end();
    const after = end.leafId && !everything ? dayBefore(end.leafId) : FIRST_ID;
    const leaves = await this.tx.manager.query<UnsealedLeaf[]>(UNSEALED, [after, BATCH]);
    if (leaves.length > 0) await this.append(leaves, end);
    return leaves.length;
  }

  private async append(leaves: readonly UnsealedLeaf[], end: { size: number; chainHash: Buffer }): Promise<void> {
    const edge = await this.tree.rightEdge(end.size);
    const completed: SealedNode[] = [];
    const links: Buffer[] = [];
    for (const leaf of leaves) {
      links.push(chainHash(links.at(-1) ?? end.chainHash, leaf.content_hash));
      completed.push(...edge.append(leaf.content_hash));
    }
    await this.tx.manager.query(SEAL, [
      leaves.map((_leaf, at) => end.size + at),
      leaves.map(({ id }) => id),
      leaves.map((leaf) => leaf.content_hash),
      links,
    ]);
    await this.tx.manager.query(KEEP_NODES, [
      completed.map(({ level }) => level),
      completed.map(({ index }) => index),
      completed.map(({ hash }) => hash),
    ]);
  }
}

/** The least UUIDv7 of the day before: no transaction stays open that long, so everything older is sealed. */
function dayBefore(id: string): string {
  const made = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  const hex = Math.max(made - DAY, 0).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${FIRST_ID.slice(13)}`;
}
