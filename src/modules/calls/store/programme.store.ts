import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Programme, type ProgrammeId } from '../domain/programme.js';

@Injectable()
export class ProgrammeStore {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<Programme | null> {
    return isId(id) ? this.read.findOneBy({ id: id as ProgrammeId }) : null;
  }

  /** For giving out the next number of a call. */
  async lock(id: string): Promise<Programme | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(Programme).findOne({ where: { id: id as ProgrammeId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Answers whether the code was free. */
  async insert(programme: Programme): Promise<boolean> {
    const result = await this.tx.manager.createQueryBuilder().insert().into(Programme).values(programme).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  /** How many calls of the programme have a number that begins so. */
  async countNumbers(programmeId: string, prefix: string): Promise<number> {
    const [row] = await this.tx.reader.query<{ count: string }[]>(
      `select count(*) from call where programme_id = $1 and starts_with(number, $2) and substr(number, length($2) + 1) ~ '^[0-9]+$'`,
      [programmeId, prefix],
    );
    return Number(row!.count);
  }

  async list(scope: Scope, page: PageRequest): Promise<Page<Programme>> {
    const query = this.read.createQueryBuilder('p').orderBy('p.code').limit(page.limit + 1);
    restrict(query, scope, { nodePath: 'p.node_path' });
    if (page.after) query.andWhere('p.code > :code', { code: String(unpackCursor(page.after, 1)[0]) });
    return toPage(await query.getMany(), page.limit, (row) => [row.code]);
  }

  private get read() {
    return this.tx.reader.getRepository(Programme);
  }
}
