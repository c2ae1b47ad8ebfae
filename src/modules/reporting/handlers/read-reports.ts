import { Injectable } from '@nestjs/common';
import { covers, scopeOf, type Actor } from '#libs/access';
import { DatabaseTime, type PageRequest } from '#libs/database';
import { CallsFacade } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import type { Report } from '../domain/report.js';
import { noSuchReport, noSuchRound } from '../reporting.errors.js';
import { REPORT_READERS, REPORTERS } from '../reporting.permissions.js';
import { ReportStore } from '../store/report.store.js';
import { ReportView, type ReportPage } from './report.view.js';

/** The reports of the rounds at somebody's places. Out of sight is absent. */
@Injectable()
export class ReadReports {
  constructor(
    private readonly reports: ReportStore,
    private readonly calls: CallsFacade,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** Newest first. @throws DomainError `call_absent` */
  async ofCall(callId: string, page: PageRequest, actor: Actor): Promise<ReportPage> {
    if (!covers(scopeOf(actor, ...REPORT_READERS), await this.calls.get(callId))) throw noSuchRound();
    const { items, next } = await this.reports.ofCall(callId, page);
    return { items: await Promise.all(items.map((report) => this.view(report, actor))), next };
  }

  /** @throws DomainError `report_absent` */
  async one(id: string, actor: Actor): Promise<ReportView> {
    const report = await this.reports.find(id);
    if (!report || !covers(scopeOf(actor, ...REPORT_READERS), report)) throw noSuchReport();
    return this.view(report, actor);
  }

  async view(report: Report, actor: Actor): Promise<ReportView> {
    const person = await this.identity.person(report.askedBy);
    return ReportView.of(report, person?.name ?? '', { actor, now: await this.time.now(), mayAsk: actor.holdsAt(report.nodePath, ...REPORTERS) });
  }
}
