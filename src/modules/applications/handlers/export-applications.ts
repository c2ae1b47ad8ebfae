import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { streamCsv, streamXlsx, type Cell } from '#libs/spreadsheets';
import { READERS } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { applicationLifecycle } from '../domain/application.lifecycle.js';
import { ApplicationCatalogue, type ApplicationFilter } from '../store/application-catalogue.js';

const COLUMNS: readonly { header: string; width?: number; format?: string; of(application: Application): Cell }[] = [
  { header: '编号', width: 20, of: ({ number }) => number },
  { header: '组织', width: 36, of: ({ organisationName }) => organisationName },
  { header: '项目', width: 36, of: ({ projectName }) => projectName },
  { header: '类别', of: ({ categoryKey }) => categoryKey },
  { header: '状态', of: ({ status }) => applicationLifecycle.label(status).zh },
  { header: '申请金额（元）', format: '#,##0.00', of: ({ requestedFen }) => requestedFen / 100 },
  { header: '总预算（元）', format: '#,##0.00', of: ({ totalFen }) => totalFen / 100 },
  { header: '提交时间', width: 20, of: ({ submittedAt }) => submittedAt },
  { header: '得分', of: ({ score }) => score },
  { header: '名次', of: ({ rank }) => rank },
];

/** Everything that the filter shows, as a sheet or as lines; text that a spreadsheet would calculate is made harmless. */
@Injectable()
export class ExportApplications {
  constructor(private readonly catalogue: ApplicationCatalogue) {}

  run(actor: Actor, filter: ApplicationFilter, format: 'csv' | 'xlsx'): Readable {
    const rows = this.rows(actor, filter);
    if (format === 'xlsx') return streamXlsx([{ name: '申报', columns: COLUMNS.map(({ header, width, format: shape }) => ({ header, width, format: shape })), rows }]);
    return streamCsv(withHeader(rows), { bom: true });
  }

  private async *rows(actor: Actor, filter: ApplicationFilter): AsyncGenerator<Cell[]> {
    const scope = scopeOf(actor, ...READERS);
    for (let after: string | undefined, more = true; more; ) {
      const page = await this.catalogue.list(scope, { limit: 200, after }, filter);
      for (const application of page.items) yield COLUMNS.map((column) => column.of(application));
      after = page.next;
      more = after !== undefined;
    }
  }
}

async function* withHeader(rows: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  yield COLUMNS.map(({ header }) => header);
  yield* rows;
}
