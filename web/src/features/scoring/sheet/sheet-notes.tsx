import type { JudgingView, RulebookCriterion } from '../../../api/index.js';
import { ErrorNote, formatInstant, formatMoment, Icon, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import type { SheetKeeper, SheetState } from './sheet-keeper.js';
import { standingOf } from './sheet-model.js';

/** Why the sheet came back. */
export function ReopenedNote({ reopened }: { readonly reopened: JudgingView['reopened'] }) {
  const t = useTexts(texts);
  if (!reopened) return null;
  return (
    <div className="judge-note tone-waiting" role="status">
      <Icon name="back" />
      <div>
        <p className="what">{t('reopened')}</p>
        <p>{t('reopened_why', { reason: reopened.reason })}</p>
      </div>
    </div>
  );
}

/** What went wrong, and the choice between two devices. */
export function SheetTrouble({ criteria, keeper, state }: { readonly criteria: readonly RulebookCriterion[]; readonly keeper: SheetKeeper; readonly state: SheetState }) {
  const t = useTexts(texts);
  const { clash, trouble } = state;
  if (trouble) return <ErrorNote error={trouble} onRetry={keeper.hurry} />;
  if (!clash) return null;
  const facts = { time: clash.savedAt ? formatMoment(new Date(clash.savedAt)) : '', theirs: standingOf(criteria, clash.entries).total ?? '–', mine: standingOf(criteria, state.entries).total ?? '–' };
  return (
    <div className="judge-note tone-late" role="alert">
      <Icon name="alert" />
      <div>
        <p className="what">{t('clash')}</p>
        <p>{t('clash_what', facts)}</p>
        <p className="judge-note-actions">
          <button type="button" className="button" onClick={() => keeper.settle('mine')}>
            {t('clash_mine')}
          </button>
          <button type="button" className="button" onClick={() => keeper.settle('theirs')}>
            {t('clash_theirs')}
          </button>
        </p>
      </div>
    </div>
  );
}

/** What the judge takes away. */
export function Receipt({ criteria, state }: { readonly criteria: readonly RulebookCriterion[]; readonly state: SheetState }) {
  const t = useTexts(texts);
  const { submittedAt, commitment, entries } = state.sheet;
  if (state.phase !== 'submitted' || !submittedAt) return null;
  return (
    <section className="sheet-receipt tone-done" aria-label={t('receipt')}>
      <p className="what">
        <Icon name="check" /> {t('receipt')} · {t('sent_at', { time: formatMoment(new Date(submittedAt)) })}
      </p>
      <p>{t('receipt_what', { time: formatInstant(new Date(submittedAt), 'second'), total: standingOf(criteria, entries).total ?? '–' })}</p>
      {commitment ? (
        <details>
          <summary>{t('commitment')}</summary>
          <code>{commitment}</code>
          <p className="quiet">{t('commitment_what')}</p>
        </details>
      ) : null}
    </section>
  );
}
