import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ScoringRoundView, StageOverview } from '../../../api/index.js';
import { Countdown, ErrorNote, Icon, useSay, useTexts } from '../../../ui/index.js';
import { officerTexts } from '../officer/officer-texts.js';
import { roundsQuery } from '../queries.js';
import '../officer/officer.css';
import { useIsAhead } from '../sheet/sheet-head.js';

/** What of judging waits for an officer, late things first to be seen. */
export default function ScoringWaits() {
  const t = useTexts(officerTexts);
  const { data, error, refetch } = useQuery(roundsQuery);
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const rows = data.filter(({ mine }) => mine).flatMap((round) => round.stages.filter((stage) => waits(round, stage)).map((stage) => ({ round, stage })));
  return (
    <section className="scoring-home" aria-labelledby="scoring-waits">
      <h2 id="scoring-waits">{t('waits_title')}</h2>
      {rows.length === 0 ? <p className="quiet">{t('waits_none')}</p> : null}
      <ul className="scoring-waits">
        {rows.map(({ round, stage }) => (
          <Row key={`${round.callId} ${stage.key}`} round={round} stage={stage} />
        ))}
      </ul>
    </section>
  );
}

/** An open stage, or the next one that could begin. */
const waits = ({ status }: ScoringRoundView, stage: StageOverview): boolean => stage.status === 'open' || (stage.status === 'waiting' && ['closed', 'reviewing'].includes(status) && isNext(stage));

const isNext = ({ begin }: StageOverview): boolean => begin.allowed;

function Row({ round, stage }: { readonly round: ScoringRoundView; readonly stage: StageOverview }) {
  const say = useSay();
  return (
    <li>
      <Link to="/desk/scoring/$callId/$stageKey" params={{ callId: round.callId, stageKey: stage.key } as never} className="scoring-waits-name">
        {say(stage.title)}
        <span className="quiet">{say(round.title)}</span>
      </Link>
      <StageFacts stage={stage} />
    </li>
  );
}

/** What an officer needs to know of a stage in one line. */
export function StageFacts({ stage }: { readonly stage: StageOverview }) {
  const t = useTexts(officerTexts);
  const ahead = useIsAhead(stage.closesAt);
  if (stage.status !== 'open') return <span className="stage-facts">{stage.begin.allowed ? <span className="tone-current fact-word"><Icon name="flag" /> {t('begin')}</span> : <ShortPanels stage={stage} />}</span>;
  const late = !ahead && stage.closesAt !== null && stage.submitted < stage.due;
  return (
    <span className="stage-facts figures">
      <span>{t('sheets_in', { submitted: stage.submitted, due: stage.due })}</span>
      {stage.unsure > 0 ? <span className="tone-waiting fact-word"><Icon name="hourglass" /> {t('to_settle', { count: stage.unsure })}</span> : null}
      {stage.seal.allowed ? <span className="tone-done fact-word"><Icon name="check" /> {t('ready_to_seal')}</span> : null}
      {late ? <span className="tone-late fact-word"><Icon name="alert" /> {t('late')}</span> : null}
      {ahead && stage.closesAt ? <Countdown until={stage.closesAt} /> : null}
    </span>
  );
}

function ShortPanels({ stage }: { readonly stage: StageOverview }) {
  const say = useSay();
  const t = useTexts(officerTexts);
  const short = stage.blocs.filter(({ kind, seated, quorum }) => kind !== 'external' && seated < quorum);
  return <>{short.map(({ key, title, seated, quorum }) => <span key={key} className="quiet">{t('panel_short', { bloc: say(title), seated, quorum })}</span>)}</>;
}
