import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { absent, say } from '#libs/errors';
import { noSuchApplication } from '../applications.errors.js';
import { isApplicant, isMember, readsAsStaff, screens } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';
import { ScreeningStore } from '../store/screening.store.js';
import {
  ApplicationDetail, ApplicationMoveView, ApplicationRow, CallOfApplication, FaultView, ReturnView, RuleView, TimelineView, type ReceiptView,
} from './application.view.js';
import type { Audience } from './application-labels.js';
import { ApplicationSides } from './application-sides.js';
import { GatherFacts } from './gather-facts.js';
import { timeOf } from './own-application.view.js';
import { ReadCorrection } from './read-correction.js';
import { OWN_MOVES } from './move-own-application.js';
import { SCREENING_MOVES } from './screen-application.js';

/** @throws DomainError `application_absent` also for one out of sight */
@Injectable()
export class ReadApplications {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly gather: GatherFacts,
    private readonly sides: ApplicationSides,
    private readonly screening: ScreeningStore,
    private readonly corrections: ReadCorrection,
  ) {}

  async one(id: string, actor: Actor): Promise<ApplicationDetail> {
    const { application, audience } = await this.visible(id, actor);
    const { call, faults, bars, rules, context } = await this.gather.of(application, audience === 'staff' ? 'screening' : 'submission', actor);
    const [checks, supplements, appeals] = audience === 'staff' ? await Promise.all([this.applications.checks(id), this.screening.supplements(id), this.screening.appeals(id)]) : [[], [], []];
    const awaiting = supplements.some((supplement) => supplement.isAwaited(context.now));
    const history = await this.applications.history(id);
    const failedRules = checks.filter(({ verdict }) => verdict === 'failed').length;
    const openRules = rules.filter((rule) => !checks.some(({ ruleId }) => ruleId === rule.id)).length;
    const { answers, coOrganisationIds, ceilingFen, rulebookVersion, returned, reason, outcome, announcedAt } = application;
    const row = ApplicationRow.of(application, audience);
    return {
      ...row, ...(await this.sides.of(application, call.rulebook, { actor, audience })), answers, coOrganisationIds,
      call: CallOfApplication.of(call, timeOf(call, application.categoryKey, context.now)), ceilingFen, rulebookVersion, returned: returned && ReturnView.of(returned), reason,
      correction: audience === 'staff' ? await this.corrections.run(history, call.rulebook) : null,
      outcome: audience === 'staff' || announcedAt !== null ? outcome : null,
      faults: faults.map((fault) => FaultView.of(fault)), bars: bars.map((bar) => FaultView.of({ ...bar, section: '', severity: 'error' })),
      rules: rules.map((rule) => RuleView.of(rule, checks)),
      moves: ApplicationMoveView.of(application, { ...context, failedRules, openRules, awaiting, appealed: appeals.some(({ status }) => status === 'lodged') }, this.namesFor(application, actor, audience)),
      timeline: TimelineView.of(history, application, audience), serverTime: context.now,
    };
  }

  async receipts(id: string, actor: Actor): Promise<ReceiptView[]> {
    await this.visible(id, actor);
    return (await this.applications.submissions(id)).map(receiptOf);
  }

  /** Whether this platform has issued the receipt. @throws DomainError `receipt_unknown` */
  async receipt(hash: string): Promise<ReceiptView> {
    const found = /^[0-9a-f]{64}$/.test(hash) ? await this.applications.submissionWithHash(hash) : null;
    if (!found) throw absent('receipt_unknown', say('没有签发过这个回执', 'No receipt with this hash was issued'));
    return receiptOf(found);
  }

  private async visible(id: string, actor: Actor): Promise<{ application: Application; audience: Audience }> {
    const application = await this.applications.find(id);
    if (!application) throw noSuchApplication();
    if (isMember(actor, application) || (await this.sides.writes(application, actor))) return { application, audience: 'outside' };
    if (application.status === 'draft' || !readsAsStaff(actor, application)) throw noSuchApplication();
    return { application, audience: 'staff' };
  }

  private namesFor(application: Application, actor: Actor, audience: Audience): readonly string[] {
    if (audience === 'outside') return isApplicant(actor, application) ? [...OWN_MOVES, 'submit', 'resubmit'] : [];
    return screens(actor, application) ? SCREENING_MOVES : [];
  }
}

/** What a receipt says, and no more: neither what was submitted nor by whom. */
const receiptOf = ({ number, ordinal, hash, submittedAt, rulebookVersion }: ReceiptView): ReceiptView => ({ number, ordinal, hash, submittedAt, rulebookVersion });
