import { Link } from '@tanstack/react-router';
import type { OwnApplicationRow } from '../../../api/index.js';
import { Countdown, Icon, Instant, useSay, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';
import { dueOf, waitingOf } from './own-status.js';

/** One thing that waits for the applicant: what, by when, and the way to it. */
export function WaitingEntry({ application }: { readonly application: OwnApplicationRow }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const waiting = waitingOf(application);
  if (!waiting) return null;
  const { id, returned, toMend, projectName, callTitle } = application;
  const why = {
    correct: t('why_correct', { reason: returned?.reason ?? '' }),
    submit: t('why_complete'),
    finish: t('why_draft', { count: toMend ?? 0 }),
  }[waiting];
  const [to, action] = { correct: [`/desk/my-applications/${id}/form`, t('do_correct')], submit: [`/desk/my-applications/${id}/preview`, t('do_submit')], finish: [`/desk/my-applications/${id}/form`, t('do_finish')] }[waiting] as [string, string];
  return (
    <li className={`waiting-entry ${waiting === 'finish' ? 'tone-waiting' : 'tone-late'}`}>
      <Icon name={waiting === 'correct' ? 'alert' : waiting === 'submit' ? 'flag' : 'form'} />
      <div>
        <p className="what">
          <Link to={`/desk/my-applications/${id}`}>{projectName || t('unnamed')}</Link>
          <span className="quiet"> · {say(callTitle)}</span>
        </p>
        <p className="why-line">{why}</p>
        <p className="when-line">
          {waiting === 'correct' ? t('due') : t('deadline')} <Instant at={dueOf(application)} /> <Countdown until={dueOf(application)} />
        </p>
      </div>
      <Link to={to} className="button primary">
        {action}
      </Link>
    </li>
  );
}
