import { Link } from '@tanstack/react-router';
import type { JudgingView } from '../../../api/index.js';
import { Icon, useTexts } from '../../../ui/index.js';
import { useNarrow } from '../../../ui/use-narrow.js';
import { PanelPart } from '../room/panel-part.js';
import '../room/room.css';
import { JudgedApplication } from '../sheet/judged-application.js';
import './ballot.css';
import { ballotTexts } from './ballot-texts.js';

/** An application as a voting judge reads it: no points are given, the ballot is one link away. */
export function BallotReading({ view }: { readonly view: JudgingView }) {
  const t = useTexts(ballotTexts);
  const narrow = useNarrow();
  return (
    <>
      <div className="judge-note tone-current ballot-pointer">
        <Icon name="form" />
        <div>
          <p>{t('pointer')}</p>
          <Link to="/judge/ballots/$seatId" params={{ seatId: view.seatId } as never} className="button primary">
            {t('to_ballot')}
          </Link>
        </div>
      </div>
      <JudgedApplication view={view} folded={narrow} />
      <PanelPart view={view} />
    </>
  );
}
