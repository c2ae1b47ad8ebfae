import { memo, useId, useState } from 'react';
import type { RulebookCriterion } from '../../../api/index.js';
import { countCharacters, Icon, Stepper, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { faultOf, NOT_APPLICABLE, pointsOf, quickMarks, reasonDue, type Entry } from './sheet-model.js';

export interface CriterionFieldProps {
  readonly criterion: RulebookCriterion;
  readonly at: number;
  readonly entry: Entry;
  readonly onChange: (key: string, entry: Entry) => void;
  /** Shows what is missing: after the judge has tried to hand in. */
  readonly strict: boolean;
  readonly locked: boolean;
}

/** One criterion: its anchors in sight, points by thumb or key, and a reason where the rulebook wants one. */
export const CriterionField = memo(function CriterionField({ criterion, at, entry, onChange, strict, locked }: CriterionFieldProps) {
  const say = useSay();
  const t = useTexts(texts);
  const { key, title, help, max, weight } = criterion;
  const fault = strict ? faultOf(criterion, entry) : null;
  return (
    <fieldset className={`criterion ${fault ? 'faulty' : ''}`} id={`criterion-${key}`} tabIndex={-1}>
      <legend>
        <span className="ordinal figures">{at}</span> {say(title)}
        <span className="marks figures">
          {t('full_marks', { max })}
          {weight === max ? '' : ` · ${t('weight', { weight })}`}
        </span>
      </legend>
      {help ? <p className="quiet">{say(help)}</p> : null}
      <Anchors criterion={criterion} points={pointsOf(entry)} />
      {entry.points === NOT_APPLICABLE ? <p className="na-note">{t('not_applicable_on')}</p> : null}
      {locked ? <Given criterion={criterion} entry={entry} /> : <Asked criterion={criterion} entry={entry} onChange={onChange} strict={strict} />}
      {fault && fault.kind !== 'reason' ? (
        <p className="wrong" role="alert">
          <Icon name="alert" />
          {fault.kind === 'step' ? t('fault_step', { step: fault.step }) : t('fault_points')}
        </p>
      ) : null}
    </fieldset>
  );
});

function Asked({ criterion, entry, onChange, strict }: Pick<CriterionFieldProps, 'criterion' | 'entry' | 'onChange' | 'strict'>) {
  const [wanted, setWanted] = useState(false);
  const reasonShown = wanted || Boolean(entry.reason) || reasonDue(criterion, entry);
  const set = (points: string | null) => onChange(criterion.key, { ...entry, points });
  return (
    <>
      {entry.points === NOT_APPLICABLE ? null : <Points criterion={criterion} entry={entry} onPoints={set} />}
      <Tools criterion={criterion} entry={entry} onPoints={set} onReason={reasonShown ? undefined : () => setWanted(true)} />
      {reasonShown ? <Reason criterion={criterion} entry={entry} onChange={onChange} strict={strict} /> : null}
    </>
  );
}

/** What can no longer be changed stands there as it would on paper, without anything to press. */
function Given({ criterion: { max }, entry: { points, reason } }: { readonly criterion: RulebookCriterion; readonly entry: Entry }) {
  const t = useTexts(texts);
  return (
    <>
      {points === NOT_APPLICABLE ? null : (
        <p className="points-given figures">
          <strong>{points ?? '–'}</strong> <span className="quiet">{t('of_full', { max })}</span>
        </p>
      )}
      {reason ? <p className="reason-given">{reason}</p> : null}
    </>
  );
}

function Anchors({ criterion, points }: { readonly criterion: RulebookCriterion; readonly points: number | null }) {
  const say = useSay();
  const t = useTexts(texts);
  if (criterion.anchors.length === 0) return null;
  const highestFirst = [...criterion.anchors].sort((a, b) => b.from - a.from);
  const met = points === null ? undefined : highestFirst.find(({ from }) => points >= from);
  return (
    <dl className="scoring-anchors" aria-label={t('anchors')}>
      {highestFirst.map((anchor) => (
        <div key={anchor.from} className={anchor === met ? 'met' : ''}>
          <dt className="figures">
            {anchor.from}–{anchor.to}
          </dt>
          <dd>{say(anchor.text)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PointsProps {
  readonly criterion: RulebookCriterion;
  readonly entry: Entry;
  readonly onPoints: (points: string | null) => void;
}

function Points({ criterion, entry, onPoints }: PointsProps) {
  const t = useTexts(texts);
  const say = useSay();
  const { title, max, step } = criterion;
  const points = pointsOf(entry);
  return (
    <div className="score-points">
      <Stepper label={say(title)} value={points} max={max} step={step} onChange={(value) => onPoints(value === null ? null : String(value))} />
      <div className="quick-marks" role="group" aria-label={`${t('quick')} ${say(title)}`}>
        {quickMarks(criterion).map((mark) => (
          <button type="button" key={mark} className="figures" aria-pressed={points === mark} onClick={() => onPoints(String(mark))}>
            {mark}
          </button>
        ))}
      </div>
    </div>
  );
}

interface ToolsProps extends PointsProps {
  readonly onReason: (() => void) | undefined;
}

/** Not applicable is neither zero nor empty: it has a button of its own. */
function Tools({ criterion, entry, onPoints, onReason }: ToolsProps) {
  const t = useTexts(texts);
  const off = entry.points === NOT_APPLICABLE;
  return (
    <div className="criterion-tools">
      {criterion.allowNotApplicable ? (
        <button type="button" className="button" aria-pressed={off} onClick={() => onPoints(off ? null : NOT_APPLICABLE)}>
          {t('not_applicable')}
        </button>
      ) : null}
      {onReason ? (
        <button type="button" className="link-button" onClick={onReason}>
          {t('reason_optional')}
        </button>
      ) : null}
      {entry.points !== null && !off ? (
        <button type="button" className="link-button" onClick={() => onPoints(null)}>
          {t('clear')}
        </button>
      ) : null}
    </div>
  );
}

function Reason({ criterion, entry, onChange, strict }: Pick<CriterionFieldProps, 'criterion' | 'entry' | 'onChange' | 'strict'>) {
  const t = useTexts(texts);
  const id = useId();
  const due = reasonDue(criterion, entry);
  const text = entry.reason ?? '';
  const least = criterion.reason.minLength;
  const count = countCharacters(text);
  const short = due && count < least;
  return (
    <div className="field score-reason">
      <label htmlFor={id}>{due ? `${t('reason')} · ${t('reason_due')}` : t('reason')}</label>
      <textarea id={id} className="input" rows={3} maxLength={2000} value={text} aria-invalid={short && strict ? true : undefined} aria-describedby={`${id}-count`} onChange={(event) => onChange(criterion.key, { points: entry.points, reason: event.target.value })} />
      <span className={`counter tone-${short ? (strict ? 'late' : 'waiting') : 'quiet'}`} id={`${id}-count`}>
        {due ? t('reason_count', { count, least }) : t('reason_free', { count })}
      </span>
    </div>
  );
}
