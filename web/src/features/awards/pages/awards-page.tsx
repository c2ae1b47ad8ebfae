import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { callChoicesQuery, holdsOneOf, useSession } from '../../../api/index.js';
import { Empty, ErrorNote, StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { MyAwards } from '../parts/my-awards.js';
import { texts } from '../texts.js';

const STAFF = ['officer', 'finance_maker', 'finance_approver', 'auditor', 'administrator'] as const;

/** For staff the rounds that have come to their awards; for applicants what they have won. */
export default function AwardsPage() {
  const session = useSession();
  if (!session) return null;
  return holdsOneOf(session.account, STAFF) ? <Rounds /> : <MyAwards />;
}

/** From the review on a round has something to award. */
const TONES: Readonly<Record<string, Tone>> = { reviewing: 'calm', decided: 'waiting', in_publicity: 'current', confirmed: 'current', running: 'done', closing: 'done', archived: 'quiet', suspended: 'late' };

function Rounds() {
  const t = useTexts(texts);
  const say = useSay();
  const calls = useQuery(callChoicesQuery);
  const rounds = (calls.data?.items ?? []).filter(({ status }) => status in TONES);
  return (
    <article className="page">
      <h1>{t('title')}</h1>
      <div className="page-body">
        {calls.isError ? <ErrorNote error={calls.error} onRetry={() => void calls.refetch()} /> : null}
        {calls.isPending ? <p className="quiet" role="status">{t('title')}…</p> : null}
        {calls.data && rounds.length === 0 ? <Empty why={t('rounds_none')} what={t('rounds_none_do')} /> : null}
        <ul className="task-rows">
          {rounds.map(({ id, number, title, status, label }) => (
            <li key={id}>
              <span className="what">
                <Link to={`/desk/calls/${id}/awards`}>{say(title)}</Link>
              </span>
              <span className="about figures">{number}</span>
              <span className="by">
                <StatusMark word={say(label)} tone={TONES[status] ?? 'calm'} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}
