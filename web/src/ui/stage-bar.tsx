import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';

export interface StageBarProps {
  /** Names of the stages in their order. */
  readonly stages: readonly string[];
  /** Index of the present one; the number of stages when all are over. */
  readonly at: number;
}

/** How far a record has come on its way, in words and in one line. */
export function StageBar({ stages, at }: StageBarProps) {
  const t = useTexts(uiTexts);
  const now = stages[at];
  return (
    <ol className="stage-bar" aria-label={now ? t('stage_now', { stage: now }) : t('stages_over')}>
      {stages.map((stage, index) => (
        <li key={stage} className={index < at ? 'done' : index === at ? 'current' : ''} {...(index === at ? { 'aria-current': 'step' as const } : {})}>
          {stage}
        </li>
      ))}
    </ol>
  );
}
