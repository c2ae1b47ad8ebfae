import type { RoundStatisticsView } from '../../../api/index.js';
import { Instant, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { ApplicationsPart, CategoriesPart, DaysPart, RefusalsPart, ScoresPart } from './application-parts.js';
import { LateMark } from './late-mark.js';
import { OverviewPart } from './overview-part.js';
import { EvaluationsPart, LatePart, MilestonesPart, PaymentsPart, ProjectsPart } from './project-parts.js';
import { StageLine } from './stage-line.js';
import { useAnchor } from './use-anchor.js';

/** Everything that is counted of a round: the line, the numbers, and a table under every chart. */
export function RoundFigures({ round }: { readonly round: RoundStatisticsView }) {
  const t = useTexts(texts);
  useAnchor();
  return (
    <div className="round-figures">
      <p className="figures-head">
        <LateMark round={round} />
        <span className="quiet">
          {t('as_of')} <Instant at={round.asOf} />
        </span>
      </p>
      <StageLine callId={round.callId} line={round.line} />
      <OverviewPart round={round} />
      <div className="figures-columns">
        <LatePart round={round} />
        <ApplicationsPart round={round} />
        <RefusalsPart round={round} />
        <CategoriesPart round={round} />
        <DaysPart round={round} />
        <ScoresPart round={round} />
        <ProjectsPart round={round} />
        <PaymentsPart round={round} />
        <MilestonesPart round={round} />
        <EvaluationsPart round={round} />
      </div>
    </div>
  );
}
