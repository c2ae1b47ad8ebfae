import { Link } from '@tanstack/react-router';
import type { JudgingView } from '../../../api/index.js';
import { Countdown, Icon, useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { SheetKeyHelp, useBeside, useSheetKeys } from './sheet-keys.js';

/** Where this is: the round, the place in the queue, the time left, and that judging is blind. */
export function SheetHead({ view }: { readonly view: JudgingView }) {
  const say = useSay();
  const t = useTexts(texts);
  const ahead = useIsAhead(view.closesAt);
  return (
    <header className="sheet-head">
      <nav className="crumbs no-print" aria-label={t('my_queue')}>
        <Link to={view.live ? '/judge/hall' : '/judge'}>
          <Icon name="back" />
          {view.live ? t('hall') : t('my_queue')}
        </Link>
        <Neighbours view={view} />
      </nav>
      <h1>{view.projectName}</h1>
      <p className="quiet reference">
        {view.number ? <span className="figures">{view.number}</span> : null}
        <span>{say(view.callTitle)}</span>
        <span>{say(view.stageTitle)}</span>
        {view.organisationName ? <span>{view.organisationName}</span> : null}
        {view.closesAt && ahead && !view.live ? <Countdown until={view.closesAt} /> : null}
      </p>
      {view.blind === 'open' ? null : (
        <p className="blind-note">
          <Icon name="eye_off" />
          {t('blind')}
        </p>
      )}
    </header>
  );
}

const MINUTE = 60_000;

export function useIsAhead(at: string | null): boolean {
  const now = useServerNow(MINUTE);
  return at !== null && new Date(at).getTime() > now;
}

function Neighbours({ view }: { readonly view: JudgingView }) {
  const t = useTexts(texts);
  const { at, of, previous, next } = useBeside(view);
  useSheetKeys(view);
  if (at < 0 || view.live) return null;
  return (
    <span className="neighbours">
      <SheetKeyHelp queue />
      <Step task={previous} label={t('previous')} icon="back" />
      <span className="quiet figures">{t('position', { at: at + 1, of })}</span>
      <Step task={next} label={t('next')} icon="back" />
    </span>
  );
}

function Step({ task, label, icon }: { readonly task: { seatId: string; applicationId: string } | undefined; readonly label: string; readonly icon: 'back' }) {
  if (!task) return null;
  return (
    <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId: task.seatId, applicationId: task.applicationId } as never} className="step" aria-label={label} title={label}>
      <Icon name={icon} />
    </Link>
  );
}
