import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../../api/index.js';
import { ErrorNote, Facts, Instant, PageShell, useJoin, useSay, useTexts } from '../../../ui/index.js';
import '../officer/officer.css';
import { profileTexts } from '../profile/profile-texts.js';
import '../profile/profile.css';
import { TiesPart, type TiesDoor } from '../profile/ties-part.js';
import { expertQuery } from '../queries.js';

const doorOf = (accountId: string): TiesDoor => ({
  add: (body, key) => api.expertsRecord({ path: { accountId }, body, headers: { 'Idempotency-Key': key } }),
  withdraw: (tieId, reason, key) => api.expertsWithdraw({ path: { accountId, tieId }, body: { reason }, headers: { 'Idempotency-Key': key } }),
  refresh: ['scoring', 'expert'],
});

/** An expert as officers of her place see her: profile, ties, and how she did her duties. */
export default function ExpertPage() {
  const t = useTexts(profileTexts);
  const say = useSay();
  const join = useJoin();
  const { accountId = '' } = useParams({ strict: false }) as { accountId?: string };
  const { data: expert, error, refetch } = useQuery(expertQuery(accountId));
  if (error && !expert) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!expert) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <PageShell title={expert.name} reference={expert.employer} back={{ to: '/desk/scoring', label: t('back_scoring') }}>
      <div className="expert-known">
        <Facts facts={[{ label: t('employer'), value: expert.employer || t('none_given') }, { label: t('position'), value: expert.title || t('none_given') }, { label: t('topics'), value: expert.topics.length > 0 ? join(expert.topics) : t('none_given') }]} />
        <TiesPart profile={expert} door={doorOf(accountId)} />
        <section>
          <h2>{t('duties')}</h2>
          {expert.duties.length === 0 ? <p className="quiet">{t('duties_none')}</p> : null}
          <ul className="expert-duties">
            {expert.duties.map((duty, at) => (
              <li key={at}>
                <strong>{say(duty.callTitle)}</strong> {say(duty.stageTitle)}
                <span className="quiet figures">
                  <Instant at={duty.seatedAt} zone={false} /> · {t('duty_sheets', { count: duty.sheets })}
                  {duty.status === 'unseated' ? ` · ${t('duty_left')}` : ''}
                </span>
                {duty.score === null ? null : <span className={duty.score < 60 ? 'tone-late' : 'quiet'}> {t('duty_score', { score: duty.score })}</span>}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PageShell>
  );
}
