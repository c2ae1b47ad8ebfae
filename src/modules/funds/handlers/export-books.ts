import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { streamCsv, streamXlsx, type Cell } from '#libs/spreadsheets';
import type { JournalLineView, JournalView } from './books.view.js';
import { ReadBooks, VisibleRounds } from './read-books.js';

const COLUMNS: readonly { header: string; width?: number; format?: string; of(entry: JournalView, line: JournalLineView): Cell }[] = [
  { header: '凭证号', width: 8, of: ({ number }) => number },
  { header: '业务日期', width: 12, of: ({ occurredOn }) => occurredOn },
  { header: '摘要', width: 48, of: ({ summary }) => summary.zh },
  { header: '银行流水号', width: 22, of: ({ reference }) => reference },
  { header: '账套', width: 8, of: (_, { side }) => (side === 'budget' ? '预算' : '财务') },
  { header: '科目', width: 16, of: (_, { account }) => account.zh },
  { header: '项目编号', width: 20, of: (_, { projectNumber }) => projectNumber },
  { header: '借方（元）', format: '#,##0.00', of: (_, { debitFen }) => yuan(debitFen) },
  { header: '贷方（元）', format: '#,##0.00', of: (_, { creditFen }) => yuan(creditFen) },
  { header: '科目余额（元）', format: '#,##0.00', of: (_, { balanceFen }) => yuan(balanceFen) },
  { header: '经办', width: 12, of: ({ who }) => who ?? '系统' },
  { header: '入账时间', width: 20, of: ({ recordedAt }) => recordedAt },
  { header: '冲销凭证', width: 10, of: ({ reversalOf }) => reversalOf },
];

const yuan = (fen: number | null): number | null => (fen === null ? null : fen / 100);

/** The journal of a round, or of one of its projects, as a sheet or as lines; text that a spreadsheet would calculate is made harmless. */
@Injectable()
export class ExportBooks {
  constructor(
    private readonly rounds: VisibleRounds,
    private readonly books: ReadBooks,
  ) {}

  /** @throws DomainError `call_absent` before anything is sent */
  async run(callId: string, { format, projectId }: { format: 'csv' | 'xlsx'; projectId?: string }, actor: Actor): Promise<Readable> {
    await this.rounds.one(callId, actor);
    const rows = this.rows(callId, projectId, actor);
    if (format === 'xlsx') return streamXlsx([{ name: '序时账', columns: COLUMNS.map(({ header, width, format: shape }) => ({ header, width, format: shape })), rows }]);
    return streamCsv(withHeader(rows), { bom: true });
  }

  private async *rows(callId: string, projectId: string | undefined, actor: Actor): AsyncGenerator<Cell[]> {
    let after: string | undefined;
    do {
      const page = await this.books.journal(callId, { limit: 200, after, projectId }, actor);
      for (const entry of page.items) for (const line of entry.lines) yield COLUMNS.map((column) => column.of(entry, line));
      after = page.next;
    } while (after !== undefined);
  }
}

async function* withHeader(rows: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  yield COLUMNS.map(({ header }) => header);
  yield* rows;
}
