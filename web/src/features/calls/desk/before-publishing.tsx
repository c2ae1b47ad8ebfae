import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type CallCountsView, type OfficerCallView, type Rulebook } from '../../../api/index.js';
import { Icon, useLanguage, useTexts, Verdict } from '../../../ui/index.js';
import { ProblemList } from '../rulebook/editor/problem-list.js';
import { saidOnce } from '../rulebook/editor/said-once.js';
import { officerTexts } from '../texts-officer.js';
import { preflightTexts } from '../texts-preflight.js';
import { PublishRow } from './actions-part.js';
import { checksOf, judgesAsked, seatsMatter, type Check } from './preflight-checks.js';

/** The list before take-off: what was looked at, what stands against publishing, each line leading to its place; and the take-off itself. */
export function BeforePublishing({ call, counts }: { readonly call: OfficerCallView; readonly counts: CallCountsView | undefined }) {
  const t = useTexts(officerTexts);
  const problems = saidOnce(call.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.length - errors.length;
  const sentence = errors.length === 0 ? t('problems_none') : t('problems_count', { count: errors.length });
  return (
    <section className="call-part">
      <h2>{t('problems_title')}</h2>
      <Verdict passed={errors.length === 0} sentence={warnings > 0 ? `${sentence} ${t('warnings_count', { count: warnings })}` : sentence} reasons={[]} />
      <ul className="preflight-rows">
        {checksOf(problems).map((check) => (
          <CheckRow key={check.key} check={check} callId={call.id} />
        ))}
        <JudgesAhead call={call} />
      </ul>
      <ProblemList folded problems={problems} to={`/desk/calls/${call.id}/rules`} />
      <PublishRow call={call} counts={counts} />
    </section>
  );
}

function CheckRow({ check, callId }: { readonly check: Check; readonly callId: string }) {
  const t = useTexts(preflightTexts);
  const { key, errors, warnings, part } = check;
  const tone = errors.length > 0 ? 'late' : warnings.length > 0 ? 'waiting' : 'done';
  const words = errors.length > 0 ? t('errors', { count: errors.length }) : warnings.length > 0 ? t('warnings', { count: warnings.length }) : t(`${key}_sound`);
  return (
    <li className={`tone-${tone}`}>
      <Icon name={tone === 'done' ? 'check' : 'alert'} />
      <Link to={`/desk/calls/${callId}/rules` as string} search={{ part } as never}>
        {t(key)}
      </Link>
      <span className="found">{words}</span>
    </li>
  );
}

/** Judges are seated once the call is published; how many will be needed is said before. */
function JudgesAhead({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(preflightTexts);
  const count = judgesAsked(call.rulebook as Partial<Rulebook>).reduce((sum, { judges }) => sum + judges, 0);
  if (count === 0) return null;
  return (
    <li className="tone-waiting">
      <Icon name="clock" />
      <span>{t('judges')}</span>
      <span className="found">{t('judges_ahead', { count })}</span>
    </li>
  );
}

/** From publication on: how many of the judges that the rules ask for are seated, bloc by bloc. */
export function JudgesSeated({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(preflightTexts);
  const language = useLanguage();
  const asked = judgesAsked(call.rulebook as Partial<Rulebook>);
  const seats = useQuery({ queryKey: ['panel-seats', call.id], queryFn: () => api.seatsSeats({ path: { callId: call.id } }), enabled: seatsMatter(call) && asked.length > 0, retry: false });
  if (!seats.data) return null;
  return (
    <section className="call-part">
      <h2>{t('judges')}</h2>
      <ul className="preflight-rows">
        {asked.map(({ stage, bloc, title, judges }) => {
          const seated = seats.data.filter((seat) => seat.stageKey === stage && seat.blocKey === bloc && seat.status === 'seated').length;
          const enough = seated >= judges;
          return (
            <li key={`${stage} ${bloc}`} className={enough ? 'tone-done' : 'tone-waiting'}>
              <Icon name={enough ? 'check' : 'clock'} />
              <Link to={`/desk/calls/${call.id}` as string} search={{ tab: 'scoring' } as never}>
                {title[language]}
              </Link>
              <span className="found">{t(enough ? 'judges_seated' : 'judges_missing', { seated, judges })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
