import { useEffect, useState, type ReactNode } from 'react';
import { Problem, type RulebookCriterion } from '../../../api/index.js';
import { AutosaveMark, formatMoment, Icon, useTexts, type AutosaveState } from '../../../ui/index.js';
import { texts } from '../texts.js';
import type { SheetKeeper, SheetState } from './sheet-keeper.js';
import { standingOf, type Standing } from './sheet-model.js';

export interface SubmitBarProps {
  readonly criteria: readonly RulebookCriterion[];
  readonly keeper: SheetKeeper;
  readonly state: SheetState;
  readonly confirming: boolean;
  readonly onConfirming: (confirming: boolean) => void;
  /** Where something is missing: shows what. */
  readonly onMissing: (key: string) => void;
  /** What handing in means, where it is not what it means for a sheet that counts. */
  readonly note?: string;
  readonly children?: ReactNode;
}

/** Always in reach of a thumb: what it comes to, what is missing, and the way to hand in. */
export function SubmitBar(props: SubmitBarProps) {
  const { criteria, keeper, state, confirming, onConfirming, onMissing } = props;
  const standing = standingOf(criteria, state.entries);
  return (
    <div className="submit-bar no-print" role="group">
      <Tally standing={standing} />
      {state.phase === 'editing' ? <Saved keeper={keeper} state={state} /> : null}
      <div className="bar-actions">
        {state.phase === 'submitted' ? <Sent state={state} /> : null}
        {state.phase === 'submitting' ? <Sending keeper={keeper} state={state} /> : null}
        {state.phase === 'editing' && confirming ? <Confirm total={standing.total ?? ''} note={props.note} onYes={() => keeper.submit()} onNo={() => onConfirming(false)} /> : null}
        {state.phase === 'editing' && !confirming ? <Submit standing={standing} onAsk={() => onConfirming(true)} onMissing={onMissing} /> : null}
        {props.children}
      </div>
    </div>
  );
}

function Tally({ standing }: { readonly standing: Standing }) {
  const t = useTexts(texts);
  return (
    <p className="sheet-tally" aria-live="polite">
      <span className="quiet">{t('total')}</span>{' '}
      <strong className="figures">{standing.total ?? t('total_none')}</strong> <span className="quiet figures">{t('out_of_100')}</span>
      <span className="quiet scored figures">{t('scored', { scored: standing.scored, of: standing.of })}</span>
    </p>
  );
}

function Submit({ standing, onAsk, onMissing }: { readonly standing: Standing; readonly onAsk: () => void; readonly onMissing: (key: string) => void }) {
  const t = useTexts(texts);
  const { first, open } = standing;
  return (
    <button type="button" className={`button ${first ? '' : 'primary'} big`} onClick={() => (first ? onMissing(first) : onAsk())}>
      {first ? (
        <>
          <Icon name="down" /> {t('still_open', { open })}
        </>
      ) : (
        t('submit')
      )}
    </button>
  );
}

const SETTLE_MS = 500;

/** A second tap of the same thumb must not confirm what the first has asked. */
function Confirm({ total, note, onYes, onNo }: { readonly total: string; readonly note: string | undefined; readonly onYes: () => void; readonly onNo: () => void }) {
  const t = useTexts(texts);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="submit-confirm" role="alertdialog" aria-label={t('submit')} aria-describedby="confirm-note">
      <p id="confirm-note">{note ?? t('confirm_note')}</p>
      <button type="button" className="button primary big" aria-disabled={!ready} autoFocus onClick={() => (ready ? onYes() : undefined)}>
        {t('confirm_submit', { total })}
      </button>
      <button type="button" className="button big" onClick={onNo}>
        {t('look_again')}
      </button>
    </div>
  );
}

function Sending({ keeper, state }: { readonly keeper: SheetKeeper; readonly state: SheetState }) {
  const t = useTexts(texts);
  const stuck = state.saved === 'only_here';
  return (
    <>
      <p className={`sheet-sending tone-${stuck ? 'waiting' : 'quiet'}`} role="status">
        <Icon name={stuck ? 'offline' : 'spinner'} className={stuck ? '' : 'spin'} />
        {stuck ? t('waiting_to_send') : t('sending')}
      </p>
      {stuck ? (
        <button type="button" className="link-button" onClick={() => keeper.takeBack()}>
          {t('take_back')}
        </button>
      ) : null}
    </>
  );
}

function Sent({ state }: { readonly state: SheetState }) {
  const t = useTexts(texts);
  const { submittedAt } = state.sheet;
  return (
    <p className="sheet-sent tone-done" role="status">
      {submittedAt ? t('sent_at', { time: formatMoment(new Date(submittedAt)) }) : null}
    </p>
  );
}

function Saved({ keeper, state }: { readonly keeper: SheetKeeper; readonly state: SheetState }) {
  const t = useTexts(texts);
  return <AutosaveMark state={autosaveOf(state, t('kept_here'))} onRetry={keeper.hurry} />;
}

function autosaveOf({ saved, savedAt, trouble }: SheetState, keptHere: string): AutosaveState {
  if (saved === 'only_here') return { kind: 'unsaved', why: trouble instanceof Problem && trouble.detail ? trouble.detail : keptHere };
  if (saved === 'all') return savedAt ? { kind: 'saved', at: savedAt } : { kind: 'untouched' };
  return { kind: 'saving' };
}
