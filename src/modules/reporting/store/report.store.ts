import { Injectable } from '@nestjs/common';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import type { Sentence } from '#libs/errors';
import { Report, type ReportId } from '../domain/report.js';

@Injectable()
export class ReportStore {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<Report | null> {
    return isId(id) ? this.tx.reader.getRepository(Report).findOneBy({ id: id as ReportId }) : null;
  }

  async lock(id: string): Promise<Report | null> {
    return isId(id) ? this.tx.manager.getRepository(Report).findOne({ where: { id: id as ReportId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  /** Newest first. */
  async ofCall(callId: string, page: PageRequest): Promise<Page<Report>> {
    const query = this.tx.reader.getRepository(Report).createQueryBuilder('r').where('r.call_id = :callId', { callId }).orderBy('r.id', 'DESC').limit(page.limit + 1);
    if (page.after) query.andWhere('r.id < :id', { id: unpackCursor(page.after, 1)[0] });
    return toPage(await query.getMany(), page.limit, (row) => [row.id]);
  }

  withHash(sha256: string): Promise<Report | null> {
    return this.tx.reader.getRepository(Report).findOneBy({ sha256 });
  }

  async insert(report: Report): Promise<void> {
    await this.tx.manager.insert(Report, report as never);
  }

  /** The row is locked by whoever saves it. */
  async save(report: Report): Promise<void> {
    report.version += 1;
    const { id, status, attempt, progress, step, endedAt, documentId, sha256, failure, version } = report;
    await this.tx.manager.update(Report, { id }, { status, attempt, progress, step: { ...step }, endedAt, documentId, sha256, failure, version });
  }

  /** How far it has come. Says nothing of a report that is not being made any more. */
  async note(id: ReportId, progress: number, step: Sentence): Promise<void> {
    await this.tx.manager.query(`update report set progress = $2, step = $3, version = version + 1 where id = $1 and status = 'making'`, [id, progress, JSON.stringify(step)]);
  }
}
