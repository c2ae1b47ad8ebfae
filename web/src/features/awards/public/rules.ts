import type { ObjectionTermsView } from '../../../api/index.js';
import type { useSay, useTexts } from '../../../ui/index.js';
import type { publicTexts } from '../texts-public.js';

/** What the rulebook asks of an objection, in sentences. */
export function rulesOf(terms: ObjectionTermsView, t: ReturnType<typeof useTexts<(typeof publicTexts)['texts']>>, say: ReturnType<typeof useSay>): string[] {
  const { realName, seal, anonymous, answer, escalation } = terms;
  return [
    realName ? t('rule_real_name') : '', seal ? t('rule_seal') : '', t(anonymous === 'read_only' ? 'rule_anonymous_read' : 'rule_anonymous_not'),
    t(answer.unit === 'working' ? 'rule_answer_working' : 'rule_answer_calendar', { days: answer.days }), escalation ? t('rule_escalation', { to: say(escalation) }) : '',
  ].filter(Boolean);
}
