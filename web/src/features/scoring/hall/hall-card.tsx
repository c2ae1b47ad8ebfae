import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { HallTurnView, HallView } from '../../../api/index.js';
import { Icon, useTexts } from '../../../ui/index.js';
import { judgingQuery } from '../queries.js';
import { ConflictQuestion } from '../sheet/conflict-question.js';
import { HallSheet } from './hall-sheet.js';
import { hallTexts } from './hall-texts.js';
import { PhaseClock } from './phase-clock.js';

/** One card: who presents, the clock, the sheet. What is owed of earlier projects stands below. */
export function HallCard({ hall }: { readonly hall: HallView }) {
  const t = useTexts(hallTexts);
  const [chosen, setChosen] = useState<string | null>(null);
  usePrefetch(hall.next);
  // A new project on stage takes the card over; an earlier one is gone back to by hand.
  const onStage = hall.current?.id;
  useEffect(() => setChosen(null), [onStage]);
  const owed = hall.owed.find(({ id }) => id === chosen);
  const turn = owed ?? hall.current;
  const back = useMayReturn(hall.current);
  return (
    <>
      {back ? (
        <p className="judge-note tone-done" role="status">
          <Icon name="back" />
          <span>{t('may_return')}</span>
        </p>
      ) : null}
      {turn ? <Turn key={turn.id} turn={turn} hall={hall} late={turn !== hall.current} /> : <Between hall={hall} />}
      {hall.ballotSeatId && hall.status !== 'planned' ? <ToBallot seatId={hall.ballotSeatId} /> : null}
      <p className="owed-links">
        {owed && hall.current ? (
          <button type="button" className="button big" onClick={() => setChosen(null)}>
            {t('to_current')}
          </button>
        ) : null}
        {hall.owed.filter(({ id }) => id !== turn?.id).map(({ id, projectName }) => (
          <button type="button" key={id} className="button big" onClick={() => setChosen(id)}>
            <Icon name="hourglass" /> {t('owed_go', { project: projectName })}
          </button>
        ))}
      </p>
    </>
  );
}

function Turn({ turn, hall, late }: { readonly turn: HallTurnView; readonly hall: HallView; readonly late: boolean }) {
  const t = useTexts(hallTexts);
  return (
    <section className="hall-card" aria-label={turn.projectName}>
      <TurnHead turn={turn} of={hall.turns} />
      {late ? null : <PhaseClock turn={turn} warningSeconds={hall.warningSeconds} />}
      {turn.conflict === null ? <ConflictQuestion seatId={turn.seatId} applicationId={turn.applicationId} /> : null}
      {turn.conflict === 'has' || turn.conflict === 'unsure' ? <Leave doubt={turn.conflict === 'unsure'} /> : null}
      {turn.conflict === 'none' && hall.ballotSeatId === null ? <HallSheet turn={turn} /> : null}
      {turn.conflict === 'none' && hall.ballotSeatId ? <p className="quiet">{t('ballot_later')}</p> : null}
    </section>
  );
}

/** Where the panel votes: one order of all who have presented, handed in after the last. */
function ToBallot({ seatId }: { readonly seatId: string }) {
  const t = useTexts(hallTexts);
  return (
    <Link to="/judge/ballots/$seatId" params={{ seatId } as never} className="button big primary">
      <Icon name="form" /> {t('to_ballot')}
    </Link>
  );
}

function TurnHead({ turn, of }: { readonly turn: HallTurnView; readonly of: number }) {
  const t = useTexts(hallTexts);
  return (
    <header>
      <p className="quiet figures">{t('count', { at: turn.position ?? '–', of })}</p>
      <h2>{turn.projectName}</h2>
      <p className="organisation">{turn.organisationName}</p>
    </header>
  );
}

function Leave({ doubt }: { readonly doubt: boolean }) {
  const t = useTexts(hallTexts);
  return (
    <div className="hall-leave tone-late" role="alert">
      <Icon name="flag" />
      <p className="what">{t('leave')}</p>
      <p>{doubt ? t('leave_doubt') : t('leave_what')}</p>
    </div>
  );
}

/** Nobody is on stage: who comes next, and what is to be declared meanwhile. */
function Between({ hall }: { readonly hall: HallView }) {
  const t = useTexts(hallTexts);
  const [first] = hall.undeclared;
  const head = hall.status === 'running' ? (hall.next ? t('between') : t('all_over')) : t(hall.status === 'planned' ? 'planned' : 'closed');
  return (
    <section className="hall-card waiting-card">
      <h2 className="between">{head}</h2>
      {hall.status === 'running' ? null : <p className="quiet">{t(hall.status === 'planned' ? 'planned_what' : 'closed_what')}</p>}
      {hall.next && hall.status === 'running' ? (
        <p className="next-up">
          <span className="quiet">{t('next')}</span>
          <strong>{hall.next.projectName}</strong>
          <span>{hall.next.organisationName}</span>
        </p>
      ) : null}
      {first && hall.status !== 'closed' ? <DeclareAhead key={first.id} turn={first} count={hall.undeclared.length} /> : null}
    </section>
  );
}

function DeclareAhead({ turn, count }: { readonly turn: HallTurnView; readonly count: number }) {
  const t = useTexts(hallTexts);
  return (
    <div className="declare-ahead">
      <p className="what">{t('declare_first', { count })}</p>
      <h3>
        {turn.projectName} · {turn.organisationName}
      </h3>
      <ConflictQuestion seatId={turn.seatId} applicationId={turn.applicationId} />
    </div>
  );
}

const mustLeave = (turn: HallTurnView | null): boolean => turn?.conflict === 'has' || turn?.conflict === 'unsure';

/** True after a project for which the judge was outside, until the one after it is over. */
function useMayReturn(current: HallTurnView | null): boolean {
  const before = useRef<HallTurnView | null>(current);
  const [back, setBack] = useState(false);
  const id = current?.id;
  useEffect(() => {
    if (before.current?.id === id) return;
    const waited = before.current === null;
    const left = mustLeave(before.current);
    setBack((now) => !mustLeave(current) && (left || (waited && now)));
    before.current = current;
    // Only another project on stage changes who is outside.
  }, [id, current]);
  return back;
}

/** The next sheet is fetched ahead, so that a weak network does not keep a judge waiting. */
function usePrefetch(turn: HallTurnView | null): void {
  const queries = useQueryClient();
  const [seatId, applicationId] = [turn?.seatId, turn?.applicationId];
  useEffect(() => {
    if (seatId && applicationId) void queries.prefetchQuery({ ...judgingQuery(seatId, applicationId), staleTime: 60_000 });
  }, [queries, seatId, applicationId]);
}
