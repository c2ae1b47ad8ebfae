import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { streamCsv, streamXlsx, type Cell } from '#libs/spreadsheets';
import { CallsFacade } from '#modules/calls';
import { READERS } from '../applications.permissions.js';
import { applicationLifecycle } from '../domain/application.lifecycle.js';
import type { ApplicationStatus } from '../domain/application-status.js';
import { ApplicationCatalogue, type ListedApplication } from '../store/application-catalogue.js';
import type { ApplicationFilter } from '../store/application-filter.js';
import { labelOfRow } from './application-labels.js';
import { NarrowToProgramme, type AskedFilter } from './narrow-to-programme.js';

/** What a row says of its call. */
interface OfCall {
  readonly number: string;
  readonly categories: ReadonlyMap<string, string>;
}

const COLUMNS: readonly { header: string; width?: number; format?: string; of(application: ListedApplication, call: OfCall): Cell }[] = [
  { header: '编号', width: 20, of: ({ number }) => number },
  { header: '批次', width: 16, of: (_, { number }) => number },
  { header: '组织', width: 36, of: ({ organisationName }) => organisationName },
  { header: '项目', width: 36, of: ({ projectName }) => projectName },
  { header: '类别', width: 24, of: ({ categoryKey }, { categories }) => categories.get(categoryKey) ?? '' },
  { header: '状态', width: 14, of: (application) => labelOfRow(application, 'staff').zh },
  { header: '申请金额（元）', format: '#,##0.00', of: ({ requestedFen }) => requestedFen / 100 },
  { header: '总预算（元）', format: '#,##0.00', of: ({ totalFen }) => totalFen / 100 },
  { header: '提交时间', width: 20, of: ({ submittedAt }) => submittedAt },
  { header: '得分', of: ({ score }) => score },
  { header: '名次', of: ({ rank }) => rank },
];

/** Everything that the filter shows, as a sheet or as lines; text that a spreadsheet would calculate is made harmless. */
@Injectable()
export class ExportApplications {
  constructor(
    private readonly catalogue: ApplicationCatalogue,
    private readonly narrow: NarrowToProgramme,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** The name of the file says what it holds and of which day. */
  async run(actor: Actor, asked: AskedFilter, { format, sort }: { format: 'csv' | 'xlsx'; sort?: string }): Promise<{ name: string; content: Readable }> {
    const filter = await this.narrow.run(asked);
    const rows = this.rows(actor, filter, sort);
    const name = `${await this.nameOf(filter)}-${dayOf(await this.time.now())}.${format}`;
    if (format === 'csv') return { name, content: streamCsv(withHeader(rows), { bom: true }) };
    return { name, content: streamXlsx([{ name: '申报', columns: COLUMNS.map(({ header, width, format: shape }) => ({ header, width, format: shape })), rows }]) };
  }

  private async nameOf({ callId, status }: ApplicationFilter): Promise<string> {
    const call = callId ? (await this.calls.many([callId]))[0] : undefined;
    return ['申报', call?.number ?? '全部批次', ...(status ? [applicationLifecycle.label(status as ApplicationStatus).zh] : [])].join('-');
  }

  private async *rows(actor: Actor, filter: ApplicationFilter, sort?: string): AsyncGenerator<Cell[]> {
    const scope = scopeOf(actor, ...READERS);
    const known = new Map<string, OfCall>();
    for (let after: string | undefined, more = true; more; ) {
      const page = await this.catalogue.list(scope, { limit: 200, after, sort }, filter);
      for (const application of page.items) {
        const call = known.get(application.callId) ?? (await this.callOf(application.callId));
        known.set(application.callId, call);
        yield COLUMNS.map((column) => column.of(application, call));
      }
      after = page.next;
      more = after !== undefined;
    }
  }

  private async callOf(id: string): Promise<OfCall> {
    const { number, rulebook } = await this.calls.get(id);
    return { number, categories: new Map(rulebook.categories.map(({ key, title }) => [key, title.zh])) };
  }
}

async function* withHeader(rows: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  yield COLUMNS.map(({ header }) => header);
  yield* rows;
}
