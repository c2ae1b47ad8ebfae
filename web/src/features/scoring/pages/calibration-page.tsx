import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { api, type CalibrationSheetView, type CalibrationSpreadView } from '../../../api/index.js';
import { ErrorNote, Icon, useSay, useTexts } from '../../../ui/index.js';
import { useNarrow } from '../../../ui/use-narrow.js';
import { calibrationTexts } from '../calibration/calibration-texts.js';
import { SpreadTable } from '../calibration/spread-table.js';
import { calibrationSheetQuery } from '../queries.js';
import '../scoring.css';
import { goTo } from '../sheet/go-to.js';
import { JudgedApplication } from '../sheet/judged-application.js';
import { SheetForm } from '../sheet/sheet-form.js';
import { SheetKeeper, type SheetDoor } from '../sheet/sheet-keeper.js';
import { SheetKeyHelp } from '../sheet/sheet-keys.js';
import { standingOf, type Entries } from '../sheet/sheet-model.js';
import { SheetTrouble } from '../sheet/sheet-notes.js';
import { SubmitBar } from '../sheet/submit-bar.js';

/** One application of an earlier call, scored by the whole panel to find one measure; it counts in nothing. */
export default function CalibrationPage() {
  const say = useSay();
  const t = useTexts(calibrationTexts);
  const { seatId = '' } = useParams({ strict: false }) as { seatId?: string };
  const { data: view, error, refetch } = useQuery(calibrationSheetQuery(seatId));
  if (error && !view) {
    return (
      <article className="sheet-page">
        <nav className="crumbs" aria-label={t('back')}>
          <Link to="/judge">
            <Icon name="back" />
            {t('back')}
          </Link>
        </nav>
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </article>
    );
  }
  if (!view) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="sheet-page">
      <header className="sheet-head">
        <nav className="crumbs" aria-label={t('back')}>
          <Link to="/judge">
            <Icon name="back" />
            {t('back')}
          </Link>
          <SheetKeyHelp />
        </nav>
        <h1>{t('title')}</h1>
        <p className="quiet reference">
          <span>{say(view.callTitle)}</span>
          <span>{say(view.stageTitle)}</span>
        </p>
      </header>
      <p className="judge-note tone-waiting calibration-note" role="note">
        <Icon name="flag" />
        <span>{t('note')}</span>
      </p>
      <Desk view={view} />
    </article>
  );
}

function doorTo(seatId: string, queries: QueryClient): SheetDoor {
  const path = { seatId };
  return {
    read: () => api.ownCalibrationSheet({ path }), 
    save: async (body) => {
      const sheet = await api.ownCalibrationSave({ path, body });
      queries.setQueryData(calibrationSheetQuery(seatId).queryKey, (known) => known && { ...known, ...sheet });
      return sheet;
    },
    submit: (body, key) => api.ownCalibrationSubmit({ path, body, headers: { 'Idempotency-Key': key } }),
  };
}

function Desk({ view }: { readonly view: CalibrationSheetView }) {
  const t = useTexts(calibrationTexts);
  const narrow = useNarrow();
  const queries = useQueryClient();
  const handedIn = view.status === 'submitted';
  const keeper = useMemo(() => new SheetKeeper(`calibration.${view.seatId}.${view.applicationId}`, doorTo(view.seatId, queries), view), [view.seatId, view.applicationId, handedIn, queries]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const [strict, setStrict] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [cameIn] = useState(handedIn);
  useEffect(() => {
    if (state.phase === 'submitted' && !handedIn) void queries.invalidateQueries({ queryKey: ['judging', 'calibration'] });
  }, [state.phase, handedIn, queries]);
  const { first, total } = standingOf(view.criteria, state.entries);
  const missing = (key: string) => {
    setStrict(true);
    goTo(key);
  };
  return (
    <div className="scoring-desk">
      <JudgedApplication view={view} folded={narrow} />
      <section className="sheet-pane" id="sheet" aria-label={t('sheet')} tabIndex={handedIn ? 0 : undefined}>
        <SheetTrouble criteria={view.criteria} keeper={keeper} state={state} />
        {view.spread ? (
          <Spread spread={view.spread} own={{ entries: state.entries, total }} arrived={state.phase === 'submitted' && !cameIn} />
        ) : (
          <p className="quiet">{t('after')}</p>
        )}
        <SheetForm compact={narrow} criteria={view.criteria} keeper={keeper} state={state} strict={strict} onSubmit={() => (first ? missing(first) : setConfirming(true))} />
        {view.open ? <SubmitBar criteria={view.criteria} keeper={keeper} state={state} confirming={confirming} onConfirming={setConfirming} onMissing={missing} note={t('confirm')} /> : null}
      </section>
    </div>
  );
}

interface SpreadProps {
  readonly spread: CalibrationSpreadView;
  readonly own: { readonly entries: Entries; readonly total: string | null };
  /** Whether it has come up just now, in answer to what she handed in. */
  readonly arrived: boolean;
}

/** What she has scored it for: brought before her eyes as soon as it is there, wherever she was in the sheet. */
function Spread({ spread, own, arrived }: SpreadProps) {
  const t = useTexts(calibrationTexts);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) head.current?.focus();
  }, [arrived]);
  return (
    <section className="calibration-result">
      <h2 ref={head} tabIndex={-1}>
        {t('spread')}
      </h2>
      <SpreadTable spread={spread} own={own} />
    </section>
  );
}
