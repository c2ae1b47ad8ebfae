import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Project, type ProjectStatus } from '../domain/project.js';

export interface ProjectFilter {
  readonly callId?: string | undefined;
  readonly status?: ProjectStatus | undefined;
  /** Part of a number, a name or an organisation's name. */
  readonly words?: string | undefined;
}

/** The lists of projects, by number. */
@Injectable()
export class ProjectCatalogue {
  constructor(private readonly tx: Transaction) {}

  async list(scope: Scope, page: PageRequest, filter: ProjectFilter): Promise<Page<Project>> {
    const query = this.filtered(scope, filter).orderBy('p.number').limit(page.limit + 1);
    if (page.after) query.andWhere('p.number > :number', { number: unpackCursor(page.after, 1)[0] });
    return toPage(await query.getMany(), page.limit, ({ number }) => [number]);
  }

  /** How many of the filter stand in each status. */
  async counts(scope: Scope, filter: ProjectFilter): Promise<Record<string, number>> {
    const rows = await this.filtered(scope, { ...filter, status: undefined })
      .select('p.status', 'status').addSelect('count(*)', 'count').groupBy('p.status').getRawMany<{ status: string; count: string }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  }

  private filtered(scope: Scope, { callId, status, words }: ProjectFilter) {
    const query = this.tx.reader.getRepository(Project).createQueryBuilder('p');
    restrict(query, scope, { nodePath: 'p.node_path', subjectId: 'p.organisation_id' });
    if (callId) query.andWhere('p.call_id = :callId', { callId });
    if (status) query.andWhere('p.status = :status', { status });
    if (words) query.andWhere('(p.number ilike :words or p.name ilike :words or p.organisation_name ilike :words)', { words: `%${words.replace(/[%_\\]/g, '\\$&')}%` });
    return query;
  }
}
