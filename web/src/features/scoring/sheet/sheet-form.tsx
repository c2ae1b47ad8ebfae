import { useCallback, useId, useRef } from 'react';
import type { RulebookCriterion } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { ConfidenceField } from './confidence-field.js';
import { CriterionField } from './criterion-field.js';
import type { SheetKeeper, SheetState } from './sheet-keeper.js';
import { leaveField, useDigitKeys } from './sheet-keys.js';
import { entryOf, type Entry } from './sheet-model.js';

export interface SheetFormProps {
  readonly criteria: readonly RulebookCriterion[];
  readonly keeper: SheetKeeper;
  readonly state: SheetState;
  readonly strict: boolean;
  readonly onSubmit: () => void;
  /** For a phone in the hall: only the anchor that is met, and no hints for a keyboard. */
  readonly compact?: boolean;
}

/** All criteria of one sheet and the comment; Ctrl+Enter hands in. */
export function SheetForm({ criteria, keeper, state, strict, onSubmit, compact = false }: SheetFormProps) {
  const t = useTexts(texts);
  const comment = useId();
  const locked = state.phase !== 'editing';
  const latest = useRef(state.entries);
  latest.current = state.entries;
  useDigitKeys(criteria, state.entries, locked || compact);
  const change = useCallback((key: string, entry: Entry) => keeper.change({ entries: { ...latest.current, [key]: entry } }), [keeper]);
  return (
    <form
      className={`score-form ${compact ? 'compact' : ''}`}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        leaveField(event);
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSubmit();
      }}
    >
      {criteria.map((criterion, at) => (
        <CriterionField key={criterion.key} criterion={criterion} at={at + 1} entry={entryOf(state.entries, criterion.key)} onChange={change} strict={strict} locked={locked} />
      ))}
      {locked ? (
        <CommentGiven text={state.comment} />
      ) : (
        <div className="field">
          <label htmlFor={comment}>{t('comment')}</label>
          <textarea id={comment} className="input" rows={3} maxLength={2000} value={state.comment} onChange={(event) => keeper.change({ comment: event.target.value })} />
        </div>
      )}
      {compact ? null : <ConfidenceField value={state.confidence} locked={locked} onChange={(confidence) => keeper.change({ confidence })} />}
      {compact || locked ? null : <p className="quiet keys-note">{t('keys')}</p>}
    </form>
  );
}

function CommentGiven({ text }: { readonly text: string }) {
  const t = useTexts(texts);
  if (text === '') return null;
  return (
    <div>
      <p className="comment-title">{t('comment_given')}</p>
      <p className="reason-given">{text}</p>
    </div>
  );
}
