import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type CallEffortView } from '../../../api/index.js';
import { Empty, ErrorNote, Facts, PageShell, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import '../parts/own.css';
import { rulesQuery } from '../queries-own.js';
import { effortTexts } from '../texts-effort.js';

/** What applying in a call has cost the applicants, over all of them. */
export default function EffortPage() {
  const t = useTexts(effortTexts);
  const say = useSay();
  const [url] = useUrlState();
  const callId = url.callId ?? '';
  const effort = useQuery({ queryKey: ['applications', 'effort', callId], queryFn: () => api.writingRecordOfCall({ query: { callId } }), enabled: callId !== '' });
  const call = useQuery({ ...rulesQuery(callId), enabled: callId !== '' });
  const titles = new Map(call.data?.rulebook.form.sections.map(({ key, title }) => [key, say(title)] as const));
  return (
    <PageShell title={t('staff_title')} reference={call.data ? [call.data.number, say(call.data.title)].join(' · ') : ''} back={{ to: callId ? `/desk/applications?callId=${callId}` : '/desk/applications', label: t('back') }}>
      <p className="quiet effort-lead">{t('staff_lead')}</p>
      {callId === '' ? <Empty small why={t('no_round')} what={t('no_round_what')} action={<Link className="button" to="/desk/applications">{t('back')}</Link>} /> : null}
      {effort.error ? <ErrorNote error={effort.error} onRetry={() => void effort.refetch()} /> : null}
      {effort.isLoading ? <p className="quiet" role="status">{t('loading')}</p> : null}
      {effort.data ? <Effort effort={effort.data} titles={titles} /> : null}
    </PageShell>
  );
}

function Effort({ effort, titles }: { readonly effort: CallEffortView; readonly titles: ReadonlyMap<string, string> }) {
  const t = useTexts(effortTexts);
  const { medianMinutes, mostMinutes, abandoned, surveys, ease, medianHours, hardest, remarks } = effort;
  const minutes = (value: number | null) => (value === null ? t('not_yet') : t('minutes', { minutes: value }));
  return (
    <>
      <Facts
        facts={[
          { label: t('median'), value: minutes(medianMinutes) }, { label: t('most'), value: minutes(mostMinutes) }, { label: t('abandoned'), value: t('count', { count: abandoned }) },
          { label: t('surveys'), value: t('count', { count: surveys }) }, { label: t('average'), value: ease === null ? t('not_yet') : String(ease) },
          { label: t('median_hours'), value: medianHours === null ? t('not_yet') : t('hours_of', { hours: medianHours }) },
        ]}
      />
      {surveys === 0 ? <p className="quiet effort-note">{t('nobody')}</p> : null}
      {surveys > 0 && surveys < 3 ? <p className="quiet effort-note">{t('too_few')}</p> : null}
      {hardest.length > 0 ? (
        <section className="state-part">
          <h2>{t('hardest_parts')}</h2>
          <ul>
            {hardest.map(({ section, count }) => (
              <li key={section}>
                {titles.get(section) ?? ''} · {t('count', { count })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {remarks.length > 0 ? (
        <section className="state-part">
          <h2>{t('remarks')}</h2>
          <ul className="mend-list">
            {remarks.map((remark, at) => (
              <li key={at} className="answer-text">
                {remark}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
