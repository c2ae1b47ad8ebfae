import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { CHAIN_START, cover, fold, RightEdge, type Position, type Range } from './merkle.js';

const READ_NODES = `
  select coalesce(seal.leaf_hash, node.hash) as hash
  from unnest($1::smallint[], $2::bigint[]) with ordinality as wanted (level, index, place)
    left join audit_seal seal on wanted.level = 0 and seal.index = wanted.index
    left join audit_node node on node.level = wanted.level and node.index = wanted.index
  order by wanted.place`;

/** Reads the sealed tree: a root, a range or the right edge costs as many rows as the tree is high. */
@Injectable()
export class SealedTree {
  constructor(private readonly tx: Transaction) {}

  /** The number of sealed leaves and the last link of the chain, or those after `size` leaves. */
  async end(size?: number): Promise<{ size: number; chainHash: Buffer; leafId?: string }> {
    if (size === 0) return { size, chainHash: CHAIN_START };
    const [row] = await this.tx.reader.query<{ index: string; chain_hash: Buffer; leaf_id: string }[]>(
      'select index, chain_hash, leaf_id from audit_seal where $1::bigint is null or index = $1 order by index desc limit 1',
      [size === undefined ? null : size - 1],
    );
    return row ? { size: Number(row.index) + 1, chainHash: row.chain_hash, leafId: row.leaf_id } : { size: 0, chainHash: CHAIN_START };
  }

  /** The root over each of the ranges. @throws Error when the tree lacks a node that it must have */
  async roots(ranges: readonly Range[]): Promise<Buffer[]> {
    const covers = ranges.map(cover);
    const hashes = await this.read(covers.flat());
    let at = 0;
    return covers.map(({ length }) => fold(hashes.slice(at, (at += length))));
  }

  async rightEdge(size: number): Promise<RightEdge> {
    const peaks = cover({ start: 0, end: size });
    const hashes = await this.read(peaks);
    return new RightEdge(peaks.map((peak, at) => ({ ...peak, hash: hashes[at]! })), size);
  }

  private async read(positions: readonly Position[]): Promise<Buffer[]> {
    const rows = await this.tx.reader.query<{ hash: Buffer | null }[]>(READ_NODES, [
      positions.map(({ level }) => level),
      positions.map(({ index }) => index),
    ]);
    return rows.map(({ hash }, at) => {
      if (!hash) throw new Error(`The sealed tree lacks node ${JSON.stringify(positions[at])}.`);
      return hash;
    });
  }
}
