import { Link } from '@tanstack/react-router';
import type { ScoringRoundView, StageOverview } from '../../../api/index.js';
import { StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { StageFacts } from '../sections/scoring-waits.js';
import { officerTexts } from './officer-texts.js';

export const STAGE_TONES: Readonly<Record<StageOverview['status'], Tone>> = { waiting: 'quiet', open: 'current', sealed: 'done' };

/** The stages of one round in their order, each with its counts and the way in. */
export function StageLine({ round }: { readonly round: ScoringRoundView }) {
  const t = useTexts(officerTexts);
  const sealed = round.stages.every(({ status }) => status === 'sealed');
  return (
    <ul className="scoring-stage-line">
      {round.stages.map((stage) => (
        <StageRow key={stage.key} round={round} stage={stage} />
      ))}
      {sealed ? (
        <li>
          <Link to="/desk/scoring/$callId/ranking" params={{ callId: round.callId } as never} className="stage-name">
            {t('ranking')}
          </Link>
          <StatusMark word={t('s_sealed')} tone="done" />
          <span />
        </li>
      ) : null}
    </ul>
  );
}

function StageRow({ round, stage }: { readonly round: ScoringRoundView; readonly stage: StageOverview }) {
  const say = useSay();
  const t = useTexts(officerTexts);
  return (
    <li>
      <Link to="/desk/scoring/$callId/$stageKey" params={{ callId: round.callId, stageKey: stage.key } as never} className="stage-name">
        {say(stage.title)}
        <span className="quiet figures">{t('weight', { weight: stage.weight })}</span>
      </Link>
      <StatusMark word={t(`s_${stage.status}`)} tone={STAGE_TONES[stage.status]} />
      {stage.status === 'sealed' ? <span className="quiet figures">{t('sheets_in', { submitted: stage.submitted, due: stage.due })}</span> : <StageFacts stage={stage} />}
    </li>
  );
}
