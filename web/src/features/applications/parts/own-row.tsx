import { Link } from '@tanstack/react-router';
import type { OwnApplicationRow } from '../../../api/index.js';
import { Countdown, Instant, Money, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';
import { toneOf } from './own-status.js';
import { StageBar } from './stage-bar.js';

/** One application in one row: what, where it stands, how long there is. */
export function OwnRow({ application }: { readonly application: OwnApplicationRow }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const { id, number, projectName, callTitle, callNumber, organisationName, status, label, requestedFen, closesAt, takes, closedBoard, leads, stages, callStatus } = application;
  const lapsed = status === 'draft' && !takes;
  return (
    <li className="own-row">
      <div className="own-name">
        <Link to={`/desk/my-applications/${id}`}>{projectName || t('unnamed')}</Link>
        <span className="quiet">
          {say(callTitle)} · <span className="figures">{number ?? callNumber}</span>
        </span>
        <span className="quiet">{leads ? organisationName : t('partner_of', { name: organisationName })}</span>
      </div>
      <div className="own-state">
        <StatusMark word={say(label)} tone={lapsed ? 'quiet' : toneOf(status)} />
        {requestedFen > 0 ? <Money fen={requestedFen} /> : null}
        {lapsed ? <span className="quiet">{closedBoard ? t('closed_board', { board: say(closedBoard) }) : t('closed_draft')}</span> : null}
        {takes && ['draft', 'submitted', 'withdrawn'].includes(status) ? (
          <span className="when-line">
            {t('deadline')} <Instant at={closesAt} zone={false} /> <Countdown until={closesAt} />
          </span>
        ) : null}
      </div>
      <StageBar stages={stages} round={callStatus} />
    </li>
  );
}
