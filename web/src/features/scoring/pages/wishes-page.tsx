import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, useCommand, type WishBody, type WishView } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, useSay, useTexts } from '../../../ui/index.js';
import { profileTexts } from '../profile/profile-texts.js';
import '../profile/profile.css';
import { wishesQuery } from '../queries.js';

const WISHES = ['eager', 'willing', 'reluctant'] as const;

/** What a member of the panel would rather review, before it is assigned. */
export default function WishesPage() {
  const t = useTexts(profileTexts);
  const say = useSay();
  const { seatId = '' } = useParams({ strict: false }) as { seatId?: string };
  const { data, error, refetch } = useQuery(wishesQuery(seatId));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="expert-page">
      <p className="crumbs">
        <Link to="/judge">
          <Icon name="back" />
          {t('back')}
        </Link>
      </p>
      <h1>{t('wishes')}</h1>
      <p className="quiet">{say(data.callTitle)} · {say(data.stageTitle)}</p>
      <p>{data.open ? t('wishes_what') : t('wishes_closed')}</p>
      {data.applications.length === 0 ? <Empty why={t('wishes_empty')} what={t('wishes_empty_what')} /> : null}
      <ul className="wish-list">
        {data.applications.map((application) => (
          <Wish key={application.applicationId} seatId={seatId} application={application} open={data.open} />
        ))}
      </ul>
    </article>
  );
}

function Wish({ seatId, application: { applicationId, name, category, wish }, open }: { readonly seatId: string; readonly application: WishView; readonly open: boolean }) {
  const t = useTexts(profileTexts);
  const say = useSay();
  const state = useCommand<WishBody['wish'], unknown>({ run: (chosen, key) => api.ownInvitationsWish({ path: { seatId, applicationId }, body: { wish: chosen }, headers: { 'Idempotency-Key': key } }), refresh: [['judging', 'wishes', seatId]] });
  return (
    <li>
      <span>
        {name}
        <span className="quiet">{say(category)}</span>
      </span>
      <span className="wish-marks">
        {WISHES.map((one) => (
          <button key={one} type="button" aria-pressed={wish === one} aria-label={`${t(`wish_${one}`)} ${name}`} disabled={!open} onClick={() => state.mutate(wish === one ? 'none' : one)}>
            {t(`wish_${one}`)}
          </button>
        ))}
      </span>
      {state.error ? <ErrorNote error={state.error} /> : null}
    </li>
  );
}
