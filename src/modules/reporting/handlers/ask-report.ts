import { Injectable } from '@nestjs/common';
import { covers, scopeOf, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Outbox } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { reportLifecycle } from '../domain/report.lifecycle.js';
import { Report, type ReportFormat, type ReportId, type ReportKind } from '../domain/report.js';
import { makeReportJob } from '../jobs/make-report.job.js';
import { noSuchReport, noSuchRound } from '../reporting.errors.js';
import { REPORTERS } from '../reporting.permissions.js';
import { ReportStore } from '../store/report.store.js';

const WAITING = say('等待生成', 'Waiting to be made');

/** Puts an asking on record and its job in line: one job for each asking. */
@Injectable()
export class OrderReport {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  async run({ id, callId, format, kind, attempt }: Report, actor: Actor): Promise<void> {
    await this.audit.record({ action: 'report.asked', subject: { kind: 'call', id: callId }, actor, facts: { reportId: id, format, kind, attempt } });
    await this.outbox.enqueue(makeReportJob, { reportId: id }, { key: `${id}:${attempt}` });
  }
}

/** Somebody who answers for a round has a report of it made. */
@Injectable()
export class AskReport {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallsFacade,
    private readonly reports: ReportStore,
    private readonly ordering: OrderReport,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `call_absent` also for a round out of sight */
  run(callId: string, { format, kind }: { format: ReportFormat; kind: ReportKind }, actor: Actor): Promise<Report> {
    return this.tx.run(async () => {
      const { nodePath } = await this.calls.get(callId);
      if (!covers(scopeOf(actor, ...REPORTERS), { nodePath })) throw noSuchRound();
      const report = Object.assign(new Report(), {
        id: newId<ReportId>(), callId, nodePath, kind, format, status: 'asked', attempt: 1, progress: 0, step: WAITING, askedBy: actor.accountId,
        askedAt: await this.time.now(), endedAt: null, documentId: null, sha256: null, failure: null, version: 1,
      } satisfies Report);
      await this.reports.insert(report);
      await this.ordering.run(report, actor);
      return report;
    });
  }

  /** Asks again for a report that could not be made. @throws DomainError `report_absent`, `wrong_state` */
  retry(id: string, actor: Actor): Promise<Report> {
    return this.tx.run(async () => {
      const report = await this.reports.lock(id);
      if (!report || !covers(scopeOf(actor, ...REPORTERS), report)) throw noSuchReport();
      reportLifecycle.move(report, 'retry', { actor, now: await this.time.now(), mayAsk: true });
      Object.assign(report, { attempt: report.attempt + 1, progress: 0, step: WAITING, endedAt: null, failure: null });
      await this.reports.save(report);
      await this.ordering.run(report, actor);
      return report;
    });
  }
}
