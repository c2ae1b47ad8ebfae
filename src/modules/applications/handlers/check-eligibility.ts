import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { say } from '#libs/errors';
import { CallsFacade } from '#modules/calls';
import { noSuchApplication } from '../applications.errors.js';
import { isApplicant } from '../applications.permissions.js';
import type { JudgedRule } from '../domain/eligibility/judge-rules.js';
import { preferencesMet } from '../domain/eligibility/preferences.js';
import { BarView, JudgedRuleView, type SelfCheckView } from './eligibility.view.js';
import { GatherFacts } from './gather-facts.js';

/** A joint application is put together with the draft, so a missing partner does not stand against beginning it. */
const LATER = ['joint_application_needed'];
const withoutPartners = (rule: JudgedRule): JudgedRule =>
  rule.id === 'E24' && rule.verdict === 'failed' ? { ...rule, verdict: 'unknown', ground: say('须联合申报；联合单位在开始申报时选择', 'A joint application is needed; partners are chosen when it is begun') } : rule;

/** The self-check before the form: what the profile and the registers already tell. Nothing is written. */
@Injectable()
export class CheckEligibility {
  constructor(
    private readonly calls: CallsFacade,
    private readonly gather: GatherFacts,
  ) {}

  /** @throws DomainError `call_absent`, `application_absent` for an organisation to which the actor does not belong */
  async run(callId: string, organisationId: string, actor: Actor): Promise<SelfCheckView> {
    if (!isApplicant(actor, { organisationId })) throw noSuchApplication();
    const call = await this.calls.get(callId);
    const { bars, facts, context, organisationName, ...judged } = await this.gather.ofCheck(call, organisationId, actor);
    const rules = judged.rules.map(withoutPartners);
    const standing = bars.filter(({ code }) => !LATER.includes(code));
    const failed = rules.filter(({ verdict, effect }) => verdict === 'failed' && effect === 'exclude');
    const met = preferencesMet(call.rulebook.preferences, facts);
    return {
      callId, organisationId, organisationName, mayApply: standing.length === 0 && failed.length === 0, bars: standing.map((bar) => BarView.of(bar)),
      rules: rules.map((rule) => JudgedRuleView.of(rule)), preferences: call.rulebook.preferences.filter(({ key }) => met.includes(key)).map(({ text, points }) => ({ text, points })), checkedAt: context.now,
    };
  }
}
