import { useMarks, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import type { EvaluationDraft, Quantity } from './evaluation-draft.js';
import type { Grid, Place, ReachedFigure } from './grid-types.js';

interface GridLineProps {
  readonly place: Place;
  readonly bands: Grid['quantityBands'];
  readonly draft: EvaluationDraft;
  readonly onDraft: (change: Partial<EvaluationDraft>) => void;
  readonly earned: string | null;
  readonly figures: readonly ReachedFigure[];
}

export function GridLine(props: GridLineProps) {
  const { place, draft, onDraft, earned } = props;
  const t = useTexts(texts);
  const say = useSay();
  const quantity = draft.quantities[place.path];
  const label = say(place.title);
  const countBy = (next: Quantity | null) => {
    const { [place.path]: _, ...rest } = draft.quantities;
    onDraft({ quantities: next ? { ...rest, [place.path]: next } : rest });
  };
  return (
    <div className="grid-line">
      <span className="title">{place.whole ? t('whole') : label}</span>
      <span className="pair">
        {quantity ? <QuantityFields label={label} quantity={quantity} onQuantity={countBy} /> : (
          <input className="input" inputMode="decimal" aria-label={t('points_field', { label, max: place.weight })} value={draft.points[place.path] ?? ''} onChange={(event) => onDraft({ points: { ...draft.points, [place.path]: event.target.value } })} />
        )}
      </span>
      <span className="earned">
        <strong>{earned ?? '–'}</strong> / {place.weight}
      </span>
      {place.counted ? <CountedBy {...props} quantity={quantity} onQuantity={countBy} /> : null}
    </div>
  );
}

interface CountedProps extends GridLineProps {
  readonly quantity: Quantity | undefined;
  readonly onQuantity: (next: Quantity | null) => void;
}

/** A counted indicator: points by hand, or by the share of the plan that was reached. */
function CountedBy({ bands, quantity, figures, onQuantity }: CountedProps) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  return (
    <span className="more">
      <button type="button" className="link-button" onClick={() => onQuantity(quantity ? null : { planned: '', actual: '' })}>
        {quantity ? t('by_points') : t('by_quantity')}
      </button>
      {figures.length > 0 ? <span>{t('from_report')}</span> : null}
      {figures.map(({ key, label, planned, reached }) => (
        <button key={key} type="button" className="chip" onClick={() => onQuantity({ planned: String(planned), actual: String(reached) })}>
          {t('from_report_one', { label: say(label), reached, planned })}
        </button>
      ))}
      {quantity ? <span>{bands.map(({ fromPercent, points, outOf }) => t('bands', { percent: fromPercent, points, outOf })).join(marks.semicolon)}</span> : null}
    </span>
  );
}

interface QuantityFieldsProps {
  readonly label: string;
  readonly quantity: Quantity;
  readonly onQuantity: (next: Quantity) => void;
}

function QuantityFields({ label, quantity, onQuantity }: QuantityFieldsProps) {
  const t = useTexts(texts);
  return (
    <>
      <label className="pair">
        {t('planned')}
        <input className="input" inputMode="numeric" aria-label={t('planned_field', { label })} value={quantity.planned} onChange={(event) => onQuantity({ ...quantity, planned: event.target.value })} />
      </label>
      <label className="pair">
        {t('reached')}
        <input className="input" inputMode="numeric" aria-label={t('actual_field', { label })} value={quantity.actual} onChange={(event) => onQuantity({ ...quantity, actual: event.target.value })} />
      </label>
    </>
  );
}
