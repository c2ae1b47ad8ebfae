import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { Transaction } from '#libs/database';
import { PdfRenderer } from '#libs/documents';
import type { Sentence } from '#libs/errors';
import { defineJob, Handles, type JobHandler } from '#libs/jobs';
import { formatFen, type Fen } from '#libs/money';
import { CallsFacade } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { partsByBoard, type AwardNotice, type NoticeColumn, type NoticePart } from '../domain/notice.js';
import { NoticeStore } from '../store/notice.store.js';

export const printNoticeJob = defineJob<{ noticeId: string }>('awards.print-notice', { queue: 'documents', runs: 'outside' });

const HEADINGS: Record<NoticeColumn, string> = { rank: '名次', organisation: '单位名称', project: '项目名称', category: '类别', amount: '资助金额', score: '得分' };

/** So that the lists of all boards are of one width. `share` takes what the fixed columns leave; those are in widths of a character. */
const WIDTHS: Record<NoticeColumn, { readonly size: number; readonly share: boolean }> = {
  rank: { size: 4, share: false }, organisation: { size: 1.3, share: true }, project: { size: 1.3, share: true }, category: { size: 1, share: true }, amount: { size: 9, share: false }, score: { size: 5, share: false },
};

const TEMPLATE = `#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#set page(paper: "a4", margin: 2.5cm)
#set text(font: "Noto Serif SC", fallback: false, lang: "zh", size: 11pt)
#set par(first-line-indent: (amount: 2em, all: true), leading: 1em, justify: true)
#align(center, text(size: 18pt, weight: "bold", d.heading))
#v(1em)
#d.opening
#v(0.5em)
#for part in d.parts [
  #if part.heading != none [#v(0.4em) #par(first-line-indent: 0em, strong(part.heading))]
  #table(columns: d.widths.map(w => if w.share { w.size * 1fr } else { w.size * 1em }), align: center + horizon, inset: 7pt, table.header(..d.head.map(h => strong(h))), ..part.cells)
]
#v(0.5em)
#d.closing
#v(2em)
#align(right)[#d.issuer #linebreak() #d.day]
`;

/** Prints the notice and keeps it as a public document. */
@Injectable()
@Handles(printNoticeJob)
export class PrintNotice implements JobHandler<{ noticeId: string }> {
  constructor(
    private readonly tx: Transaction,
    private readonly notices: NoticeStore,
    private readonly calls: CallsFacade,
    private readonly pdf: PdfRenderer,
    private readonly documents: DocumentsFacade,
  ) {}

  async run({ noticeId }: { noticeId: string }): Promise<void> {
    const notice = await this.notices.find(noticeId);
    if (!notice || notice.documentId !== null) return;
    const { nodePath, rulebook } = await this.calls.get(notice.callId);
    const content = await this.pdf.render({ source: TEMPLATE }, { issuedAt: notice.publishedAt, ...wordsOf(notice, (rulebook.boards ?? []).map(({ title }) => title)) });
    const file = { name: `${notice.content.callNumber}-公示-${notice.ordinal}.pdf`, mediaType: 'application/pdf', content, owner: { kind: 'award_notice', id: notice.id }, audience: 'public' as const, nodePath };
    await this.tx.run(async () => this.notices.print(noticeId, (await this.documents.store(file, SYSTEM)).id));
  }
}

const NUMERALS = [...'一二三四五六七八九十'];

/** What stands on the paper; where the call has boards, the list of each under its own heading with its sum. */
export function wordsOf({ content, firstDay, lastDay }: Pick<AwardNotice, 'content' | 'firstDay' | 'lastDay'>, boards: readonly Sentence[]) {
  const { columns, title, channel, organisers } = content;
  const cell = (column: NoticeColumn, value: string | number | null | undefined) => (column === 'amount' ? formatFen(Number(value) as Fen) : String(value ?? ''));
  const heading = ({ board, rows }: NoticePart, at: number) => {
    if (!board) return null;
    const sum = columns.includes('amount') ? `，合计 ${formatFen(rows.reduce((total, { amount }) => total + Number(amount ?? 0), 0) as Fen)}` : '';
    return `${NUMERALS[at] ?? at + 1}、${board.zh}（${rows.length} 项${sum}）`;
  };
  return {
    title: `${title.zh}公示`, heading: `关于${title.zh}拟立项名单的公示`,
    opening: `现将${title.zh}拟立项名单予以公示，公示期自 ${firstDay} 起至 ${lastDay} 止。`,
    head: columns.map((column) => HEADINGS[column]), widths: columns.map((column) => WIDTHS[column]),
    parts: partsByBoard(content, boards).map((part, at) => ({ heading: heading(part, at), cells: part.rows.flatMap((row) => columns.map((column) => cell(column, row[column]))) })),
    closing: `公示期内对上述名单有异议的，可按以下方式提出：${channel.zh}。`, issuer: organisers[0]?.zh ?? '', day: firstDay,
  };
}
