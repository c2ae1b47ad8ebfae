import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, ListedQuestion, RowsOf, Transaction } from '#libs/database';
import { Document, type DocumentId, type Owner } from '../domain/document.js';

const OLDEST_FIRST = 'order by d.made_at, d.id';

interface Row extends Record<string, unknown> {
  readonly ownerId: string;
}

@Injectable()
export class DocumentStore {
  private readonly rows: RowsOf<Document>;
  private asked?: ListedQuestion<Row>;

  constructor(private readonly tx: Transaction) {
    this.rows = new RowsOf(Document, tx);
  }

  async find(id: string): Promise<Document | null> {
    return isId(id) ? this.read.findOneBy({ id: id as DocumentId }) : null;
  }

  findMany(ids: readonly string[]): Promise<Document[]> {
    return this.read.createQueryBuilder('d').where('d.id = any(:ids)', { ids: ids.filter(isId) }).orderBy('d.madeAt').getMany();
  }

  lockMany(ids: readonly string[]): Promise<Document[]> {
    return this.tx.manager.getRepository(Document).createQueryBuilder('d').setLock('pessimistic_write')
      .where('d.id = any(:ids)', { ids: ids.filter(isId) }).orderBy('d.id').getMany();
  }

  /** Within a transaction as it stands there, else asked for together with others: with every submission of a round. */
  async listOf(owner: Owner): Promise<Document[]> {
    if (!isId(owner.id)) return [];
    const rows = this.tx.isOpen ? await this.tx.read<Row>(`${this.ofOwners} ($1) ${OLDEST_FIRST}`, [owner.id]) : await this.shared.of(owner.id);
    return rows.map((row) => this.rows.of(row)).filter((document) => document.belongsTo(owner));
  }

  private get shared(): ListedQuestion<Row> {
    return (this.asked ??= new ListedQuestion<Row>({ text: this.ofOwners, after: OLDEST_FIRST, ask: (text, values) => this.tx.readTogether<Row>(text, values), keyOf: ({ ownerId }) => ownerId }));
  }

  private get ofOwners(): string {
    return `select ${this.rows.list('d')} from document d where d.owner_id in`;
  }

  withHash(sha256: string): Promise<Document[]> {
    return this.read.find({ where: { sha256 }, order: { madeAt: 'ASC' } });
  }

  async insert(document: Document): Promise<void> {
    await this.tx.manager.insert(Document, document);
  }

  async update({ id, ownerKind, ownerId, nodePath, organisationId, audience }: Document): Promise<void> {
    await this.tx.manager.update(Document, { id }, { ownerKind, ownerId, nodePath, organisationId, audience });
  }

  async updateScan({ id, scan, finding, scannedAt, releasedBy, releasedAt, releaseReason }: Document): Promise<void> {
    await this.tx.manager.update(Document, { id }, { scan, finding, scannedAt, releasedBy, releasedAt, releaseReason });
  }

  /** Those without a verdict, oldest first. */
  async awaitingScan(most: number): Promise<string[]> {
    const rows = await this.tx.manager.query<{ id: string }[]>(`select id from document where scan in ('quarantined', 'unscanned') order by made_at limit $1`, [most]);
    return rows.map(({ id }) => id);
  }

  /** By the id of what they were handed in for. */
  async awaitingRelease(kind: string, scope: Scope): Promise<Map<string, number>> {
    const query = this.read.createQueryBuilder('d').select('d.owner_id', 'ownerId').addSelect('count(*)::int', 'count')
      .where(`d.owner_kind = :kind and d.scan = 'unscanned' and d.released_at is null`, { kind }).groupBy('d.owner_id');
    const rows = await restrict(query, scope, { nodePath: 'd.node_path' }).getRawMany<{ ownerId: string; count: number }>();
    return new Map(rows.map(({ ownerId, count }) => [ownerId, count]));
  }

  /** Where no scanner is configured, nothing may look as if one were at work. */
  async ownUpToNoScanner(): Promise<void> {
    await this.tx.manager.query(`update document set scan = 'unscanned' where scan = 'quarantined'`);
  }

  private get read() {
    return this.tx.reader.getRepository(Document);
  }
}
