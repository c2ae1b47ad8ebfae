import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, type ExpertProfileView } from '../../../api/index.js';
import { ErrorNote, Facts, Instant, type Fact, PageShell, useJoin, useSay, useTexts } from '../../../ui/index.js';
import '../officer/officer.css';
import type { OCCUPATIONS } from '../profile/profile-model.js';
import { profileTexts } from '../profile/profile-texts.js';
import '../profile/profile.css';
import { TiesPart, type TiesDoor } from '../profile/ties-part.js';
import { expertQuery } from '../queries.js';

type Told = ReturnType<typeof useTexts<(typeof profileTexts)['texts']>>;

const doorOf = (accountId: string): TiesDoor => ({
  add: (body, key) => api.expertsRecord({ path: { accountId }, body, headers: { 'Idempotency-Key': key } }),
  withdraw: (tieId, reason, key) => api.expertsWithdraw({ path: { accountId, tieId }, body: { reason }, headers: { 'Idempotency-Key': key } }),
  refresh: ['scoring', 'expert'],
});

/** What assigning her turns on. */
function factsOf(expert: ExpertProfileView, t: Told, join: (list: readonly string[]) => string): Fact[] {
  const given = (value: string) => value || t('none_given');
  const away = expert.away.map(({ from, until }) => `${from} – ${until}`);
  return [
    { label: t('employer'), value: given(expert.employer) }, { label: t('occupation'), value: expert.version > 0 ? t(`occ_${expert.occupation as (typeof OCCUPATIONS)[number]}`) : t('none_given') },
    { label: t('position'), value: given(expert.title) }, { label: t('topics'), value: given(join(expert.topics)) }, { label: t('languages'), value: given(join(expert.languages.map((one) => t(`lang_${one as 'zh' | 'en'}`)))) },
    { label: t('territory_short'), value: given(expert.territory ?? expert.territoryCode ?? '') }, { label: t('most'), value: expert.most === null ? t('no_limit') : String(expert.most) }, { label: t('away'), value: away.length > 0 ? join(away) : t('away_none') },
  ];
}

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
        <Facts facts={factsOf(expert, t, join)} />
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
