import type { EvaluationTrialView, ReachedFigure } from './grid-types.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import type { EvaluationDraft } from './evaluation-draft.js';
import { GridLine } from './grid-line.js';
import type { Grid, Place } from './grid-types.js';

interface GridFieldsProps {
  readonly grid: Grid;
  readonly draft: EvaluationDraft;
  readonly onDraft: (change: Partial<EvaluationDraft>) => void;
  readonly trial: EvaluationTrialView | undefined;
  readonly figures: readonly ReachedFigure[];
}

/** The grid by its dimensions and indicators, with what each entry earns as the server counts it. */
export function GridFields({ grid, draft, onDraft, trial, figures }: GridFieldsProps) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <>
      {grid.dimensions.map((dimension) => (
        <section className="grid-dimension" key={dimension.key}>
          <h2>
            {say(dimension.title)}
            <span>{t('weight', { weight: dimension.weight })}</span>
          </h2>
          {placesOf(dimension).map((place) => (
            <GridLine key={place.path} place={place} bands={grid.quantityBands} draft={draft} onDraft={onDraft} earned={trial?.lines.find(({ path }) => path === place.path)?.points ?? null} figures={figures} />
          ))}
        </section>
      ))}
    </>
  );
}

function placesOf({ key, title, weight, indicators }: Grid['dimensions'][number]): Place[] {
  if (indicators.length === 0) return [{ path: key, title, weight, counted: false, whole: true }];
  return indicators.map((one) => ({ path: `${key}.${one.key}`, title: one.title, weight: one.weight, counted: one.counted, whole: false }));
}
