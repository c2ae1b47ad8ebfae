import { Link } from '@tanstack/react-router';
import { holdsOneOf, ORGANISER_ROLES, useSession, wordFor, type PublicCallView } from '../../../api/index.js';
import { formatInstant, inLanguage, StatusMark, useLanguage, useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { amountWords, inYuan } from '../plain/money.js';
import { publicTexts } from '../texts-public.js';
import { toneOfCall } from './call-entry.js';
import { CallDeadline } from './call-deadline.js';

/** The four things that are asked first, and the way in. */
export function CallHead({ call }: { readonly call: PublicCallView }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const language = useLanguage();
  return (
    <section className="call-head" aria-label={t('deadline')}>
      <dl>
        <div className="wide">
          <dt>{t('standing')}</dt>
          <dd>
            <StatusMark word={say(call.label)} tone={toneOfCall(call.status)} />
            <CallDeadline call={call} />
            <NewestAddendum call={call} />
          </dd>
        </div>
        <div>
          <dt>{t('amount')}</dt>
          <dd>{say(amountWords(call.amount))}</dd>
        </div>
        <div>
          <dt>{t('pool')}</dt>
          <dd>
            {inYuan(call.poolFen)}
            {call.awards === null ? null : <span className="quiet"> · {t('seats_total', { count: call.awards })}</span>}
          </dd>
        </div>
        {call.organisers.map(({ role, name }) => (
          <div key={`${role} ${name.zh}`}>
            <dt>{inLanguage(wordFor(ORGANISER_ROLES, role), language)}</dt>
            <dd style={{ fontSize: 15 }}>{say(name)}</dd>
          </div>
        ))}
      </dl>
      <WayIn call={call} />
    </section>
  );
}

/** Whoever has read the call before learns at its head that it was changed; what was changed stands far below. */
function NewestAddendum({ call: { addenda } }: { readonly call: PublicCallView }) {
  const t = useTexts(publicTexts);
  const [newest] = [...addenda].sort((one, other) => other.version - one.version);
  if (!newest) return null;
  return (
    <a href="#addenda" className="newest-addendum">
      {t('addenda_newest', { day: formatInstant(new Date(newest.madeAt), 'day') })}
    </a>
  );
}

function WayIn({ call }: { readonly call: PublicCallView }) {
  const t = useTexts(publicTexts);
  const session = useSession();
  const readQuestions = (
    <Link to={`/calls/${call.id}/questions`} className="button">
      {t('read_questions')}
    </Link>
  );
  const over = useServerNow(1000) >= Date.parse(call.closesAt);
  if (call.status !== 'open' || over) {
    return (
      <div className="go">
        <p className="note">{call.status === 'open' ? t('closed_note') : standingNote(call, t)}</p>
        {readQuestions}
      </div>
    );
  }
  const start = `/desk/my-applications/start?call=${call.id}`;
  const staffOnly = session && session.account.roles.length > 0 && !holdsOneOf(session.account, ['applicant']);
  return (
    <div className="go">
      {session ? (
        staffOnly ? null : (
          <Link to="/desk/my-applications/start" search={{ call: call.id } as never} className="button primary">
            {t('begin')}
          </Link>
        )
      ) : (
        <>
          <Link to="/register" search={{ next: start } as never} className="button primary">
            {t('begin_register')}
          </Link>
          <Link to="/sign-in" search={{ next: start } as never} className="button">
            {t('have_account')}
          </Link>
        </>
      )}
      {readQuestions}
    </div>
  );
}

function standingNote({ status, reason }: PublicCallView, t: ReturnType<typeof useTexts<(typeof publicTexts)['texts']>>): string {
  if (status === 'published') return t('upcoming_note');
  if (status === 'suspended') return t('suspended_note', { reason: reason ?? '' });
  return status === 'cancelled' ? t('cancelled_note', { reason: reason ?? '' }) : t('closed_note');
}
