import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { DocumentsFacade } from '#modules/documents';
import { PeopleToBeTold } from '#modules/identity';
import { dayOf } from '#libs/calendar';
import { reportLifecycle } from '../domain/report.lifecycle.js';
import type { Report, ReportFormat, ReportId } from '../domain/report.js';
import { ReportStore } from '../store/report.store.js';
import type { RoundStatisticsView } from './statistics.view.js';

const MEDIA: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const BEGUN = say('开始生成', 'Begun');
const DONE = say('已完成', 'Done');

/** Puts on record how the making of a report went. */
@Injectable()
export class RecordReport {
  constructor(
    readonly reports: ReportStore,
    readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** Saves the row, puts the end on record and tells whoever asked. Joins the open transaction. */
  async end(report: Report, told: { title: Sentence; body: Sentence; facts: Record<string, unknown> }): Promise<void> {
    await this.reports.save(report);
    const { id, callId, status, documentId, sha256, attempt } = report;
    await this.audit.record({ action: `report.${status}`, subject: { kind: 'call', id: callId }, actor: SYSTEM, facts: { reportId: id, documentId, sha256, attempt } });
    await this.events.tell(PeopleToBeTold, { to: { accountIds: [report.askedBy] }, kind: `report-${status}`, ...told, link: `/desk/calls/${callId}/reports`, key: `report-${status}:${id}:${attempt}` });
  }
}

/** The life of a report while a worker makes it. Each step asks the locked row: a second worker finds the work done. */
@Injectable()
export class FinishReport {
  constructor(
    private readonly tx: Transaction,
    private readonly records: RecordReport,
    private readonly documents: DocumentsFacade,
  ) {}

  /** Answers null when nothing is left to do. */
  begin(id: string): Promise<Report | null> {
    return this.tx.run(async () => {
      const report = await this.records.reports.lock(id);
      if (!report || report.status === 'ready' || report.status === 'failed') return null;
      reportLifecycle.move(report, 'begin', await this.context());
      Object.assign(report, { progress: 0, step: BEGUN });
      await this.records.reports.save(report);
      return report;
    });
  }

  note(id: ReportId, progress: number, step: Sentence): Promise<void> {
    return this.tx.run(() => this.records.reports.note(id, progress, step));
  }

  /** The document, the report's end and the message to whoever asked are one. */
  finish(id: ReportId, { number, title }: RoundStatisticsView, content: Buffer): Promise<void> {
    return this.tx.run(async () => {
      const report = await this.records.reports.lock(id);
      if (report?.status !== 'making') return;
      const now = await this.records.time.now();
      const { sha256, id: documentId } = await this.documents.store({
        name: `${number}-批次报告-${dayOf(now)}.${report.format}`, mediaType: MEDIA[report.format], content, owner: { kind: 'report', id }, audience: 'staff', nodePath: report.nodePath,
      }, SYSTEM);
      reportLifecycle.move(report, 'finish', { actor: SYSTEM, now, mayAsk: false });
      Object.assign(report, { progress: 100, step: DONE, endedAt: now, documentId, sha256 });
      await this.records.end(report, {
        title: say('报告已生成：{title}', 'The report is ready: {title}'), body: say('您要的批次报告已生成，可以下载。文件校验码（SHA-256）：{sha256}', 'The report that you asked for is ready for download. Its SHA-256: {sha256}'),
        facts: { title, sha256 },
      });
    });
  }

  fail(id: ReportId, failure: Sentence): Promise<void> {
    return this.tx.run(async () => {
      const report = await this.records.reports.lock(id);
      if (report?.status !== 'making') return;
      const context = await this.context();
      reportLifecycle.move(report, 'fail', context);
      Object.assign(report, { failure, endedAt: context.now });
      await this.records.end(report, {
        title: say('报告未能生成', 'The report could not be made'), body: say('{failure}。可在报告列表中重新生成。', '{failure}. It can be made again from the list of reports.'), facts: { failure },
      });
    });
  }

  private async context() {
    return { actor: SYSTEM, now: await this.records.time.now(), mayAsk: false };
  }
}
