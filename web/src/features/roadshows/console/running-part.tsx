import { Link } from '@tanstack/react-router';
import type { ConsoleTurnView, ConsoleView } from '../../../api/index.js';
import { ActDialog, ActionButton, ErrorNote, Icon, useJoin, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { ConsoleClock } from './console-clock.js';
import { PresenterLine } from './presenter-line.js';
import { ScoresPart } from './scores-part.js';
import { TurnMoves } from './turn-moves.js';
import type { Host } from './use-turns.js';

const ON_STAGE: readonly string[] = ['presenting', 'questions', 'scoring'];

export interface RunningProps {
  readonly view: ConsoleView;
  readonly host: Host;
}

/** While it runs: the project on stage, else the next one; what the host does now stands first. */
export function RunningPart({ view, host }: RunningProps) {
  const t = useTexts(texts);
  const current = view.turns.find(({ status }) => ON_STAGE.includes(status));
  const next = view.turns.find(({ status }) => status === 'waiting');
  const turn = current ?? next;
  return (
    <section className="console-now" aria-label={t('on_stage')}>
      {turn ? <TurnPart view={view} host={host} turn={turn} onStage={turn === current} /> : <Finish view={view} host={host} />}
      {host.move.isError ? <ErrorNote error={host.move.error} /> : null}
      {current && next ? <NextLine turn={next} view={view} host={host} /> : null}
    </section>
  );
}

function TurnPart({ view, host, turn, onStage }: RunningProps & { readonly turn: ConsoleTurnView; readonly onStage: boolean }) {
  const t = useTexts(texts);
  return (
    <div className="console-turn">
      <div className="console-turn-main">
        <p className="quiet figures">
          {onStage ? t('on_stage') : t('next')} · {turn.position} / {view.turns.length}
        </p>
        <h2>{turn.projectName}</h2>
        <p className="organisation">{turn.organisationName}</p>
        <PresenterLine view={view} host={host} turn={turn} />
        <Conflicts view={view} turn={turn} />
        {view.mine ? <TurnMoves turn={turn} host={host} /> : null}
      </div>
      <div className="console-turn-side">
        {onStage ? <ConsoleClock turn={turn} warningSeconds={view.warningSeconds} /> : null}
        {turn.status === 'scoring' || onStage ? <ScoresPart turn={turn} /> : null}
      </div>
    </div>
  );
}

/** As each presenter comes up: who leaves, who may come back, who has not said. */
function Conflicts({ view, turn }: { readonly view: ConsoleView; readonly turn: ConsoleTurnView }) {
  const t = useTexts(texts);
  const join = useJoin();
  const before = view.turns.filter(({ status, position }) => (status === 'scored' || status === 'absent') && (position ?? 0) < (turn.position ?? 0)).at(-1);
  const back = (before?.recused ?? []).filter((name) => !turn.recused.includes(name));
  const names = (list: readonly string[]) => ({ names: join(list) });
  return (
    <>
      {turn.recused.length > 0 ? (
        <p className="console-leave tone-late" role="alert">
          <Icon name="flag" />
          <span>
            <strong>{t('please_leave', names(turn.recused))}</strong> {t('please_leave_what', { project: turn.projectName })}
          </span>
        </p>
      ) : null}
      {back.length > 0 ? <p className="console-leave tone-done"><Icon name="back" /> <span>{t('may_return', names(back))}</span></p> : null}
      {turn.undeclared.length > 0 ? <p className="console-leave tone-waiting"><Icon name="hourglass" /> <span>{t('undeclared', names(turn.undeclared))}</span></p> : null}
    </>
  );
}

function NextLine({ turn, view, host }: RunningProps & { readonly turn: ConsoleTurnView }) {
  const t = useTexts(texts);
  return (
    <div className="console-next">
      <p>
        <span className="quiet">{t('next')}</span> <strong>{turn.projectName}</strong> {turn.organisationName}
      </p>
      <PresenterLine view={view} host={host} turn={turn} />
    </div>
  );
}

function Finish({ view, host }: RunningProps) {
  const t = useTexts(texts);
  return (
    <div className="console-finish">
      <h2>{view.status === 'closed' ? t('session_closed') : t('all_done')}</h2>
      {view.status === 'closed' ? (
        <Link to="/desk/scoring/$callId/$stageKey" params={{ callId: view.callId, stageKey: view.stageKey } as never} className="button primary">
          {t('to_scoring')}
        </Link>
      ) : null}
      {view.status === 'running' && view.mine ? (
        <Close view={view} host={host} />
      ) : null}
    </div>
  );
}

/** Closes at once where every sheet is in; where some are missing a reason is asked for. */
function Close({ view: { close }, host }: RunningProps) {
  const say = useSay();
  const t = useTexts(texts);
  if (close.needsReason) {
    return (
      <ActDialog label={t('close_session')} reason={{ label: t('reason'), least: 2 }} onAct={(reason) => host.close.mutateAsync(reason)}>
        <p>{t('close_missing')}</p>
      </ActDialog>
    );
  }
  return (
    <>
      <ActionButton onAct={() => host.close.mutate('')} busy={host.close.isPending} refusal={close.reason ? say(close.reason) : null}>
        {t('close_session')}
      </ActionButton>
      {host.close.isError ? <ErrorNote error={host.close.error} /> : null}
    </>
  );
}
