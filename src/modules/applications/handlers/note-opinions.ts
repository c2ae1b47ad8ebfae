import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { refused, say } from '#libs/errors';
import type { ScreeningRules } from '#modules/calls';
import { EligibilityCheck, type Application, type CheckVerdict } from '../domain/application.js';
import { consensusOf } from '../domain/screening/consensus.js';
import { Opinion } from '../domain/screening/dialogue.js';
import { ApplicationStore } from '../store/application.store.js';
import { ScreeningStore } from '../store/screening.store.js';

export interface RuleCheck {
  readonly ruleId: string;
  readonly verdict: CheckVerdict;
  readonly note?: string;
}

/** Several screeners judge each rule for themselves; what they share becomes the finding, what they do not waits for an officer. */
@Injectable()
export class NoteOpinions {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly screening: ScreeningStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Alone, what a screener finds is the finding; among several it is her opinion. @throws DomainError `rule_settled`, `screeners_complete` */
  async run(application: Application, { ruleId, verdict, note }: RuleCheck, rules: ScreeningRules, by: { actor: Actor; now: Date }): Promise<void> {
    const { actor, now } = by;
    const found = { applicationId: application.id, ruleId, verdict, note: note ?? null };
    if (rules.screeners === 1) return this.applications.saveCheck(Object.assign(new EligibilityCheck(), { ...found, checkedBy: actor.accountId, checkedAt: now, settledBy: 'screener' as const }));
    const check = (await this.applications.checks(application.id)).find((one) => one.ruleId === ruleId);
    if (check?.settledBy === 'officer') throw refused('rule_settled', say('这一条已由项目官员决定', 'An officer has decided this rule'));
    const others = (await this.screening.opinions(application.id)).filter((one) => one.ruleId === ruleId && one.screenerId !== actor.accountId);
    if (others.length >= rules.screeners) throw refused('screeners_complete', say('这一条已有 {count} 人审查', '{count} people have judged this rule already'), { count: others.length });
    const own = Object.assign(new Opinion(), { ...found, screenerId: actor.accountId, givenAt: now });
    await this.screening.saveOpinion(own);
    await this.conclude(application, ruleId, [...others, own], rules);
  }

  private async conclude({ id }: Application, ruleId: string, opinions: readonly Opinion[], rules: ScreeningRules): Promise<void> {
    const consensus = consensusOf(opinions.map(({ verdict }) => verdict), rules);
    if (consensus.state !== 'agreed') return this.screening.dropCheck(id, ruleId);
    const shared = opinions.filter(({ verdict }) => verdict === consensus.verdict);
    const last = shared.reduce((a, b) => (b.givenAt >= a.givenAt ? b : a));
    const notes = [...new Set(shared.flatMap(({ note }) => (note ? [note] : [])))];
    await this.applications.saveCheck(Object.assign(new EligibilityCheck(), {
      applicationId: id, ruleId, verdict: consensus.verdict, note: notes.join('；') || null, checkedBy: last.screenerId, checkedAt: last.givenAt, settledBy: 'agreement' as const,
    }));
  }

  /** An officer decides a rule on which the screeners do not agree. @throws DomainError `nothing_to_settle` */
  async settle(application: Application, { ruleId, verdict, note }: Required<RuleCheck>, rules: ScreeningRules, by: { actor: Actor; now: Date }): Promise<void> {
    const { id } = application;
    const given = (await this.screening.opinions(id)).filter((one) => one.ruleId === ruleId);
    const { state } = consensusOf(given.map((one) => one.verdict), rules);
    if (rules.screeners === 1 || state === 'waiting') throw refused('nothing_to_settle', say('审查员还没有都给出意见', 'The screeners have not all spoken yet'));
    await this.applications.saveCheck(Object.assign(new EligibilityCheck(), { applicationId: application.id, ruleId, verdict, note, checkedBy: by.actor.accountId, checkedAt: by.now, settledBy: 'officer' as const }));
    await this.audit.record({
      action: 'application.rule_settled', subject: { kind: 'application', id }, actor: by.actor,
      facts: { ruleId, verdict, note, opinions: given.map((one) => ({ screenerId: one.screenerId, verdict: one.verdict })) },
    });
  }
}
