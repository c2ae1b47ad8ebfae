import { Link } from '@tanstack/react-router';
import type { RoundRowView } from '../../../api/index.js';
import { useSay } from '../../../ui/index.js';
import { isLate, LateMark } from './late-mark.js';
import { StageLine } from './stage-line.js';

/** One round on the home page: its name, what is late, and its line. */
export function RoundBlock({ round }: { readonly round: RoundRowView }) {
  const say = useSay();
  return (
    <article className="round-block">
      <header>
        <h3>
          <Link to={`/desk/calls/${round.callId}/statistics`}>{say(round.title)}</Link>
        </h3>
        <span className="quiet figures">{round.number}</span>
        {isLate(round) ? <LateMark round={round} /> : null}
      </header>
      <StageLine callId={round.callId} line={round.line} />
    </article>
  );
}
