import { useState } from 'react';
import type { ApplicationDetail, Rulebook, RuleCheckBody, ScreenedRuleView, ScreeningView } from '../../../api/index.js';
import { ErrorNote, KeyHelp, useKeys, useLanguage, useTexts } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';
import { RuleRow } from './rule-row.js';
import { useChecking } from './use-checking.js';

interface ChecksPartProps {
  readonly application: ApplicationDetail;
  readonly screening: ScreeningView;
  readonly book: Rulebook;
}

type Verdict = RuleCheckBody['verdict'];

/** The rule about which something is being written, and what is found of it with that. */
interface Noting {
  readonly ruleId: string;
  readonly verdict: Verdict;
}

const KEYS: Readonly<Record<string, Verdict>> = { '1': 'passed', '2': 'failed', '3': 'not_applicable' };

/** The rules as a check list, walked by keyboard or by mouse; each finding is kept at once. */
export function ChecksPart({ application, screening, book }: ChecksPartProps) {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const { rules, checking } = screening;
  const { busy, error, check } = useChecking(application.id);
  const [noting, setNoting] = useState<Noting | null>(null);
  const judge = (rule: ScreenedRuleView, verdict: Verdict) => (verdict === 'failed' ? setNoting({ ruleId: rule.id, verdict }) : void check([{ ruleId: rule.id, verdict, ...(rule.finding?.note ? { note: rule.finding.note } : {}) }]));
  useRuleKeys(rules, checking.allowed ? judge : null);
  const easy = rules.filter(({ verdict, finding }) => verdict === 'passed' && !finding);
  return (
    <section className="screening-part">
      <h2>{t('check_list')}</h2>
      <p className="figures">{t('checks_sum', sumOf(rules))}</p>
      {checking.allowed ? null : <p className="quiet">{checking.reason?.[language]}</p>}
      {checking.allowed && easy.length > 0 ? (
        <button type="button" className="button" onClick={() => void check(easy.map(({ id }) => ({ ruleId: id, verdict: 'passed' as const })))}>
          {t('take_platform', { count: easy.length })}
        </button>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
      <ol className="rule-rows">
        {rules.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            application={application}
            book={book}
            maySettle={screening.maySettle}
            locked={!checking.allowed || busy.includes(rule.id)}
            noting={noting?.ruleId === rule.id ? noting.verdict : null}
            onNote={(verdict) => setNoting(verdict && { ruleId: rule.id, verdict })}
            onJudge={(verdict) => judge(rule, verdict)}
            onKeep={(verdict, note) => void check([{ ruleId: rule.id, verdict, ...(note ? { note } : {}) }]).then((kept) => (kept ? setNoting(null) : undefined))}
          />
        ))}
      </ol>
      <KeyHelp lines={[[['j', 'k'], t('key_rules')], ...(checking.allowed ? [[['1', '2', '3'], t('key_verdicts')] as const] : []), [['[', ']', '←', '→'], t('key_neighbours')]]} />
    </section>
  );
}

function sumOf(rules: readonly ScreenedRuleView[]) {
  const count = (verdict: Verdict) => rules.filter(({ finding }) => finding?.verdict === verdict).length;
  return { all: rules.length, passed: count('passed'), failed: count('failed'), na: count('not_applicable'), open: rules.filter(({ finding }) => !finding).length };
}

/** J and K walk along the rules, 1 to 3 judge the one in focus. */
function useRuleKeys(rules: readonly ScreenedRuleView[], judge: ((rule: ScreenedRuleView, verdict: Verdict) => void) | null): void {
  const rows = () => [...document.querySelectorAll<HTMLElement>('.rule-rows > li')];
  const here = () => rows().findIndex((row) => row.contains(document.activeElement));
  const move = (step: 1 | -1) => {
    const all = rows();
    const at = here();
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  };
  const act = (key: string) => () => {
    const rule = rules[here()];
    const verdict = KEYS[key];
    if (rule && verdict) judge?.(rule, verdict);
  };
  useKeys({ j: () => move(1), k: () => move(-1), '1': act('1'), '2': act('2'), '3': act('3') });
}
