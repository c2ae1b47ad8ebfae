import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HallTurnView, JudgingView } from '../../../api/index.js';
import { ErrorNote, formatTimeOfDay, Icon, useTexts } from '../../../ui/index.js';
import { judgingQuery } from '../queries.js';
import { goTo } from '../sheet/go-to.js';
import { standingOf, type Standing } from '../sheet/sheet-model.js';
import { SheetForm } from '../sheet/sheet-form.js';
import { ReopenedNote, SheetTrouble } from '../sheet/sheet-notes.js';
import { SubmitBar } from '../sheet/submit-bar.js';
import { useSheet } from '../sheet/use-sheet.js';
import { hallTexts } from './hall-texts.js';

/** The sheet of the project on stage. */
export function HallSheet({ turn }: { readonly turn: HallTurnView }) {
  const { data: view, error, refetch } = useQuery(judgingQuery(turn.seatId, turn.applicationId));
  if (error && !view) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!view) return <p className="opening quiet" role="status">…</p>;
  return <LiveSheet view={view} turn={turn} />;
}

function LiveSheet({ view, turn }: { readonly view: JudgingView; readonly turn: HallTurnView }) {
  const t = useTexts(hallTexts);
  const { keeper, state } = useSheet(view, view.reopened?.at);
  const [strict, setStrict] = useState(false);
  const [confirming, setConfirming] = useState(false);
  useEffect(() => keeper.hold(!turn.open), [keeper, turn.open]);
  const standing = standingOf(view.criteria, state.entries);
  if (state.phase === 'submitted') return <Done at={state.sheet.submittedAt} total={standing.total} />;
  if (!turn.open && (turn.status === 'scored' || turn.status === 'absent')) return <Shut />;
  const missing = (key: string) => {
    setStrict(true);
    goTo(key);
  };
  return (
    <section className="hall-sheet">
      <ReopenedNote reopened={view.reopened} />
      <SheetTrouble criteria={view.criteria} keeper={keeper} state={state} />
      {turn.open ? null : (
        <p className="judge-note tone-quiet" role="status">
          <Icon name="hourglass" />
          <span>{t('not_open')}</span>
        </p>
      )}
      <SheetForm compact criteria={view.criteria} keeper={keeper} state={state} strict={strict} onSubmit={() => (standing.first ? missing(standing.first) : setConfirming(turn.open))} />
      {turn.open ? <SubmitBar criteria={view.criteria} keeper={keeper} state={state} confirming={confirming} onConfirming={setConfirming} onMissing={missing} /> : <NotedBar standing={standing} />}
    </section>
  );
}

/** In the place of the bar, so that nobody looks for a button that is not there yet. */
function NotedBar({ standing }: { readonly standing: Standing }) {
  const t = useTexts(hallTexts);
  if (standing.scored === 0) return null;
  return (
    <div className="submit-bar noted-bar">
      <p className="figures">{t('noted', { scored: standing.scored, of: standing.of, total: standing.total ?? '–' })}</p>
      <p className="quiet">{t('noted_what')}</p>
    </div>
  );
}

function Done({ at, total }: { readonly at: string | null; readonly total: string | null }) {
  const t = useTexts(hallTexts);
  return (
    <div className="hall-done tone-done" role="status">
      <p className="sent-line">{at ? t('done', { time: formatTimeOfDay(new Date(at)) }) : null}</p>
      <p>{t('done_total', { total: total ?? '–' })}</p>
      <p className="quiet">{t('done_what')}</p>
    </div>
  );
}

function Shut() {
  const t = useTexts(hallTexts);
  return (
    <div className="judge-note tone-waiting" role="status">
      <Icon name="lock" />
      <div>
        <p className="what">{t('shut')}</p>
        <p>{t('shut_what')}</p>
      </div>
    </div>
  );
}
