import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { JudgingView } from '../../../api/index.js';
import { Icon, useSay, useTexts } from '../../../ui/index.js';
import { useNarrow } from '../../../ui/use-narrow.js';
import { texts } from '../texts.js';
import { AbstainButton, AbstainedNote } from './abstention.js';
import { PanelPart, Readings } from '../room/panel-part.js';
import '../room/room.css';
import { ConflictQuestion } from './conflict-question.js';
import { goTo } from './go-to.js';
import { AskWhoApplies } from '../emergency/ask-who-applies.js';
import { LateConflict } from './late-conflict.js';
import { JudgedApplication } from './judged-application.js';
import { SheetForm } from './sheet-form.js';
import { Receipt, ReopenedNote, SheetTrouble } from './sheet-notes.js';
import type { SheetState } from './sheet-keeper.js';
import { useBeside } from './sheet-keys.js';
import { standingOf } from './sheet-model.js';
import { OwnVersions, ReceiptFile } from './sheet-versions.js';
import { sheetTexts } from './sheet-texts.js';
import { SubmitBar } from './submit-bar.js';
import { useSheet } from './use-sheet.js';

/** Side by side on a desk, one above the other on a phone, the bar always in sight. */
export function ScoringDesk({ view }: { readonly view: JudgingView }) {
  const narrow = useNarrow();
  return (
    <div className="scoring-desk">
      <JudgedApplication view={view} folded={narrow} />
      <SheetPane view={view} />
    </div>
  );
}

function SheetPane({ view }: { readonly view: JudgingView }) {
  const say = useSay();
  const t = useTexts(texts);
  const { keeper, state } = useSheet(view, view.reopened?.at);
  const [strict, setStrict] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const { first } = standingOf(view.criteria, state.entries);
  const missing = (key: string) => {
    setStrict(true);
    goTo(key);
  };
  const ask = () => (first ? missing(first) : setConfirming(true));
  const closed = view.refusal && state.phase === 'editing' ? say(view.refusal) : null;
  return (
    <section className="sheet-pane" aria-label={t('sheet')} id="sheet">
      <h2 className="sheet-title">{t('sheet')}</h2>
      <ReopenedNote reopened={state.phase === 'submitted' ? null : view.reopened} />
      {view.status === 'abstained' && state.phase === 'editing' ? <AbstainedNote /> : null}
      <SheetTrouble criteria={view.criteria} keeper={keeper} state={state} />
      {closed ? (
        <p className="judge-note tone-waiting" role="status">
          <Icon name="lock" />
          <span>{closed}</span>
        </p>
      ) : null}
      <Readings view={view} />
      <Receipt criteria={view.criteria} state={state} />
      {state.phase === 'submitted' ? <ReceiptFile seatId={view.seatId} applicationId={view.applicationId} /> : null}
      <SheetForm criteria={view.criteria} keeper={keeper} state={state} strict={strict} onSubmit={ask} />
      <PanelPart view={view} />
      <Foot view={view} state={state} />
      <SubmitBar criteria={view.criteria} keeper={keeper} state={state} confirming={confirming} onConfirming={setConfirming} onMissing={missing}>
        {state.phase === 'submitted' ? <NextLink view={view} submitted /> : null}
      </SubmitBar>
    </section>
  );
}

/** The next application of this seat that is not handed in. */
function NextLink({ view, submitted }: { readonly view: JudgingView; readonly submitted: boolean }) {
  const t = useTexts(texts);
  const next = useBeside(view).open;
  if (view.live || !next) return submitted ? <Link to={view.live ? '/judge/hall' : '/judge'} className="button big">{view.live ? t('hall') : t('back_to_queue')}</Link> : null;
  return (
    <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId: next.seatId, applicationId: next.applicationId } as never} className={submitted ? 'button primary big' : 'link-button'}>
      {submitted ? t('next') : t('save_next')}
    </Link>
  );
}

function Foot({ view, state }: { readonly view: JudgingView; readonly state: SheetState }) {
  const t = useTexts(texts);
  const [late, setLate] = useState(false);
  const { seatId, applicationId } = view;
  const submitted = state.phase === 'submitted';
  return (
    <footer className="sheet-foot-links no-print">
      <Link to="/judge/sheets/$seatId/$applicationId/print" params={{ seatId, applicationId } as never} className="link-button">
        {t('print_filled')}
      </Link>
      {submitted ? null : <NextLink view={view} submitted={false} />}
      {view.sealed && submitted ? <LateConflict view={view} /> : null}
      {view.sealed || late ? null : (
        <button type="button" className="link-button" onClick={() => setLate(true)}>
          {t('late_conflict')}
        </button>
      )}
      {submitted || !view.open || view.live || view.status === 'abstained' ? null : <AbstainButton view={view} state={state} />}
      <AskWhoApplies view={view} />
      <History view={view} />
      {late && !view.sealed ? <ConflictQuestion seatId={seatId} applicationId={applicationId} late /> : null}
    </footer>
  );
}

/** Read only when it is opened. */
function History({ view }: { readonly view: JudgingView }) {
  const t = useTexts(sheetTexts);
  const [open, setOpen] = useState(false);
  if (view.version === 0) return null;
  return (
    <details className="sheet-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('versions')}</summary>
      {open ? <OwnVersions seatId={view.seatId} applicationId={view.applicationId} /> : null}
    </details>
  );
}
