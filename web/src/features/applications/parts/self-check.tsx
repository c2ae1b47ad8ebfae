import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type JudgedRuleView, type SelfCheckView } from '../../../api/index.js';
import { ErrorNote, formatInstant, type Reason, ReasonList, useMarks, useSay, useTexts, Verdict } from '../../../ui/index.js';
import { dialogueTexts } from '../texts-dialogue.js';

export const selfCheckQuery = (callId: string, organisationId: string) =>
  ({ queryKey: ['self-check', callId, organisationId], queryFn: () => api.eligibilitySelfCheck({ path: { id: callId }, query: { organisationId } }) }) as const;

/** Before the form: whether the organisation may apply in this call, and every reason against. */
export function SelfCheck({ callId, organisationId }: { readonly callId: string; readonly organisationId: string }) {
  const t = useTexts(dialogueTexts);
  const check = useQuery(selfCheckQuery(callId, organisationId));
  return (
    <section className="self-check" aria-labelledby="self-check" aria-busy={check.isPending}>
      <h2 id="self-check">{t('check_title')}</h2>
      {check.isError ? <ErrorNote error={check.error} onRetry={() => void check.refetch()} /> : null}
      {check.isPending ? <p className="quiet" role="status">{t('check_loading')}</p> : null}
      {check.data ? <Checked check={check.data} /> : null}
    </section>
  );
}

function Checked({ check }: { readonly check: SelfCheckView }) {
  const marks = useMarks();
  const t = useTexts(dialogueTexts);
  const say = useSay();
  const failed = check.rules.filter(({ verdict }) => verdict === 'failed');
  const open = check.rules.filter(({ verdict }) => verdict === 'unknown').length;
  const against = failed.filter(({ effect }) => effect === 'exclude').length + check.bars.length;
  const reasons: Reason[] = [...check.bars.map(({ sentence }) => ({ holds: false, sentence: say(sentence) })), ...failed.map(useReasonOf())];
  return (
    <>
      <div role="status">
        <Verdict passed={check.mayApply} sentence={check.mayApply ? t('check_yes') : t('check_no', { count: against })} reasons={reasons} />
      </div>
      {open > 0 ? <p>{t('check_open', { count: open })}</p> : null}
      {check.preferences.length > 0 ? (
        <p>
          {t('check_preferences')}
          {check.preferences.map(({ text, points }) => say(text) + (points > 0 ? marks.aside(t('check_points', { points })) : '')).join(marks.semicolon)}
        </p>
      ) : null}
      <details>
        <summary>{t('check_all')}</summary>
        <RuleReasons rules={check.rules} />
      </details>
      <p className="quiet">
        {t('check_dates', { day: formatInstant(new Date(check.checkedAt), 'day') })} <Link to={`/desk/my-organisations/${check.organisationId}`}>{t('check_profile')}</Link>
      </p>
    </>
  );
}

/** A rule in the words of the notice, and beside it what was looked at. */
export function RuleReasons({ rules }: { readonly rules: readonly JudgedRuleView[] }) {
  return <ReasonList reasons={rules.map(useReasonOf())} />;
}

export function useReasonOf() {
  const t = useTexts(dialogueTexts);
  const say = useSay();
  return ({ text, verdict, ground, evidenceOn }: Pick<JudgedRuleView, 'text' | 'verdict' | 'ground' | 'evidenceOn'>): Reason => ({
    holds: verdict === 'unknown' ? null : verdict === 'passed',
    sentence: say(text),
    extra: [say(ground), ...(evidenceOn ? [t('evidence_of', { day: evidenceOn })] : [])].join(' · '),
  });
}
