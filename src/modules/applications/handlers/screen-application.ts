import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { forbidden, invalid, say } from '#libs/errors';
import type { ScreeningRules } from '#modules/calls';
import { noSuchApplication, ownOrganisation } from '../applications.errors.js';
import { inScreening, isMember, mayDecide, readsAsStaff } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import type { ApplicationContext, ApplicationMove } from '../domain/application.lifecycle.js';
import { ApplicationStore } from '../store/application.store.js';
import { screeningRules } from '../domain/screening/consensus.js';
import { ScreeningStore } from '../store/screening.store.js';
import { GatherFacts } from './gather-facts.js';
import { NoteOpinions, type RuleCheck } from './note-opinions.js';
import { RecordMove } from './record-move.js';

export const SCREENING_MOVES = ['admit', 'exclude', 'return', 'reconsider'] as const;
export type ScreeningMove = (typeof SCREENING_MOVES)[number];

export interface ScreeningDecision {
  readonly move: ScreeningMove;
  readonly reason?: string;
  /** With `return`: the sections that open, and until when. */
  readonly sections?: readonly string[];
  readonly dueAt?: string;
  /** With `return`: whether who applies together is to be put in order; then no section need open. */
  readonly parties?: boolean;
}

interface Held {
  readonly application: Application;
  readonly context: ApplicationContext;
  readonly ruleIds: string[];
  readonly sections: string[];
  readonly rules: ScreeningRules;
}

/** Finds an application for a screener of its place who does not belong to it. */
@Injectable()
export class HoldForScreening {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly gather: GatherFacts,
    private readonly screening: ScreeningStore,
  ) {}

  async run(id: string, actor: Actor): Promise<Held> {
    const application = await this.applications.lock(id);
    if (!application || application.status === 'draft' || !readsAsStaff(actor, application)) throw noSuchApplication();
    if (isMember(actor, application)) throw ownOrganisation();
    insist(mayDecide(actor, application), 'forbidden');
    const { call, context } = await this.gather.of(application, 'screening', actor);
    const ruleIds = call.rulebook.eligibility.filter((rule) => rule.moments.includes('screening')).map((rule) => rule.id as string);
    return { application, context: { ...context, ...(await this.open(id, context.now)) }, ruleIds, rules: screeningRules(call.rulebook), sections: call.rulebook.form.sections.map(({ key }) => key) };
  }

  /** Whether a supplement is still to come in its time, and whether an appeal is undecided. */
  private async open(id: string, now: Date): Promise<Pick<ApplicationContext, 'awaiting' | 'appealed'>> {
    const [supplements, appeals] = await Promise.all([this.screening.supplements(id), this.screening.appeals(id)]);
    return { awaiting: supplements.some((supplement) => supplement.isAwaited(now)), appealed: appeals.some(({ status }) => status === 'lodged') };
  }
}

/** Notes what was found on single rules, each with its evidence. */
@Injectable()
export class CheckRules {
  constructor(
    private readonly tx: Transaction,
    private readonly opinions: NoteOpinions,
    private readonly holding: HoldForScreening,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `rule_unknown`, `note_needed`, `own_organisation`, `not_screening`, `rule_settled`, `screeners_complete` */
  run(id: string, checks: readonly RuleCheck[], actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, ruleIds, rules } = await this.holding.run(id, actor);
      insist(inScreening(application));
      const now = await this.time.now();
      for (const check of checks) {
        refuseUnfounded(check, ruleIds);
        await this.opinions.run(application, check, rules, { actor, now });
      }
      await this.audit.record({ action: 'application.checked', subject: { kind: 'application', id }, actor, facts: { checks } });
    });
  }

  /** Where the screeners disagree, an officer decides with a reason. @throws DomainError `not_an_officer`, `nothing_to_settle`, `rule_unknown` */
  settle(id: string, ruling: Required<RuleCheck>, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, ruleIds, rules } = await this.holding.run(id, actor);
      insist(inScreening(application));
      if (!actor.holdsAt(application.nodePath, 'officer')) throw forbidden('not_an_officer', say('由项目官员决定', 'An officer decides this'));
      refuseUnfounded(ruling, ruleIds);
      await this.opinions.settle(application, ruling, rules, { actor, now: await this.time.now() });
    });
  }
}

function refuseUnfounded({ ruleId, verdict, note }: RuleCheck, ruleIds: readonly string[]): void {
  if (!ruleIds.includes(ruleId)) throw invalid('rule_unknown', say('规则书没有资格条件 {ruleId}', 'The rulebook has no rule {ruleId}'), { ruleId });
  if (verdict === 'failed' && !note) throw invalid('note_needed', say('不符合的条件须写明依据：{ruleId}', 'A failed rule needs its ground noted: {ruleId}'), { ruleId });
}

/** Admits, excludes with every failed rule, or returns it for correction of named sections with a clock of its own. */
@Injectable()
export class ScreenApplication {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly holding: HoldForScreening,
    private readonly moves: RecordMove,
  ) {}

  /** @throws DomainError `rules_unjudged`, `rules_failed`, `reason_needed`, `sections_needed`, `wrong_state`, `own_organisation` */
  run(id: string, decision: ScreeningDecision, actor: Actor): Promise<Application> {
    return this.tx.run(async () => {
      const { application, context, ruleIds, sections } = await this.holding.run(id, actor);
      const checks = await this.applications.checks(id);
      const open = ruleIds.filter((rule) => !checks.some(({ ruleId }) => ruleId === rule));
      const failed = checks.filter(({ verdict }) => verdict === 'failed');
      if (decision.move === 'return') refuseUnclear(decision, sections, context.now);
      const { move, reason } = decision;
      return this.moves.run(application, move satisfies ApplicationMove, { ...context, reason, openRules: open.length, failedRules: failed.length }, {
        facts: { failed: failed.map(({ ruleId }) => ruleId), sections: decision.sections ?? [], parties: decision.parties ?? false },
        adapt: () => {
          application.reason = move === 'exclude' ? reason! : null;
          application.returned = move === 'return' ? { sections: decision.sections ?? [], reason: reason!, dueAt: decision.dueAt!, parties: decision.parties ?? false } : null;
        },
      });
    });
  }
}

function refuseUnclear({ sections = [], dueAt, parties = false }: ScreeningDecision, known: readonly string[], now: Date): void {
  if ((sections.length === 0 && !parties) || sections.some((section) => !known.includes(section))) {
    throw invalid('sections_needed', say('须指明要补正的部分或申报单位', 'The sections to be corrected must be named, or the parties'));
  }
  if (!dueAt || new Date(dueAt) <= now) throw invalid('due_needed', say('须写明补正截止时间，且晚于现在', 'A due instant later than now must be given'));
}
