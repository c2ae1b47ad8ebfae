import { Link } from '@tanstack/react-router';
import type { OwnApplicationRow } from '../../../api/index.js';
import { Countdown, Icon, Instant, useSay, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';
import { partnerTexts } from '../texts-partners.js';
import { dueOf, waitingOf } from './own-status.js';

const ICONS = { agree: 'alert', correct: 'alert', answer: 'alert', appeal: 'flag', submit: 'flag', finish: 'form' } as const;
const WHEN = { agree: 'deadline', correct: 'due', answer: 'due_answer', appeal: 'due_appeal', submit: 'deadline', finish: 'deadline' } as const;

/** One thing that waits for the applicant: what, by when, and the way to it. */
export function WaitingEntry({ application }: { readonly application: OwnApplicationRow }) {
  const t = useTexts(ownTexts);
  const partner = useTexts(partnerTexts);
  const say = useSay();
  const waiting = waitingOf(application);
  if (!waiting) return null;
  const { id, returned, toMend, projectName, callTitle, organisationName } = application;
  const why = {
    agree: partner('why_agree', { leader: organisationName }),
    correct: t('why_correct', { reason: returned?.reason ?? '' }),
    answer: t('why_answer'),
    appeal: t('why_appeal'),
    submit: t('why_complete'),
    finish: t('why_draft', { count: toMend ?? 0 }),
  }[waiting];
  const [to, action] = {
    agree: [`/desk/my-applications/${id}`, partner('do_agree')],
    correct: [`/desk/my-applications/${id}/form`, t('do_correct')], answer: [`/desk/my-applications/${id}`, t('do_answer')], appeal: [`/desk/my-applications/${id}`, t('do_appeal')],
    submit: [`/desk/my-applications/${id}/preview`, t('do_submit')], finish: [`/desk/my-applications/${id}/form`, t('do_finish')],
  }[waiting] as [string, string];
  return (
    <li className={`waiting-entry ${waiting === 'finish' || waiting === 'appeal' ? 'tone-waiting' : 'tone-late'}`}>
      <Icon name={ICONS[waiting]} />
      <div>
        <p className="what">
          <Link to={`/desk/my-applications/${id}`}>{projectName || t('unnamed')}</Link>
          <span className="quiet"> · {say(callTitle)}</span>
        </p>
        <p className="why-line">{why}</p>
        <p className="when-line">
          {t(WHEN[waiting])} <Instant at={dueOf(application)} /> <Countdown until={dueOf(application)} />
        </p>
      </div>
      <Link to={to} className={waiting === 'appeal' ? 'button' : 'button primary'}>
        {action}
      </Link>
    </li>
  );
}
