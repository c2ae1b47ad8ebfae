import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, useCommand, type CellView, type JudgeProgress, type NudgedView, type ProgressRow, type ProgressView } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, Icon, type IconName, type Tone, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { AskForSheets } from '../emergency/ask-for-sheets.js';
import { progressQuery } from '../queries.js';
import { useIsAhead } from '../sheet/sheet-head.js';
import { officerTexts } from './officer-texts.js';
import { ReasonModal } from './reason-modal.js';

interface BoardProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly mine: boolean;
  readonly closesAt: string | null;
}

/** Judges across, projects down: who has begun, drafted, handed in, stepped aside; never what they gave. */
export function BoardTab({ callId, stageKey, mine, closesAt }: BoardProps) {
  const say = useSay();
  const t = useTexts(officerTexts);
  const { data, error, refetch } = useQuery(progressQuery(callId, stageKey));
  const late = !useIsAhead(closesAt) && closesAt !== null;
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  if (data.applications.length === 0) return <Empty why={t('board_empty')} what={t('board_empty_what')} />;
  const open = data.status === 'open';
  return (
    <>
      {mine && open ? <Nudge callId={callId} stageKey={stageKey} judges={data.judges.filter(({ onPaper }) => !onPaper)} /> : null}
      <Legend />
      {inBoards(data).map(({ board, part }) => (
        <section key={board?.zh ?? ''} className="board-part">
          {board ? <h2>{say(board)}</h2> : null}
          <Board data={part} late={late && open} mine={mine && open} />
        </section>
      ))}
      {mine && open ? <AskForSheets stageKey={stageKey} rows={data.applications} /> : null}
    </>
  );
}

/** A table for each board, with those of the judges who judge there; one table where there are no boards. */
function inBoards(data: ProgressView): { readonly board: ProgressRow['board']; readonly part: ProgressView }[] {
  const elsewhere = new Set(data.cells.filter(({ state }) => state === 'elsewhere').map(({ seatId, applicationId }) => `${seatId} ${applicationId}`));
  const boards = [...new Map(data.applications.map(({ board }) => [board?.zh ?? '', board] as const)).values()];
  if (boards.length < 2) return [{ board: boards[0] ?? null, part: data }];
  return boards.map((board) => {
    const applications = data.applications.filter((row) => row.board?.zh === board?.zh);
    const judges = data.judges.filter(({ id }) => applications.some(({ applicationId }) => !elsewhere.has(`${id} ${applicationId}`)));
    return { board, part: { ...data, applications, judges } };
  });
}

type State = CellView['state'] | 'none';
const LOOK: Readonly<Record<State, readonly [Tone, IconName | null]>> = {
  none: ['quiet', null], declared: ['quiet', 'minus'], draft: ['waiting', 'form'], submitted: ['done', 'check'], abstained: ['quiet', 'minus'], has: ['quiet', 'cross'], unsure: ['waiting', 'hourglass'], elsewhere: ['quiet', null],
};
const STATES = ['none', 'declared', 'draft', 'submitted', 'abstained', 'has', 'unsure'] as const;

function Legend() {
  const t = useTexts(officerTexts);
  return (
    <ul className="board-legend" aria-label={t('legend')}>
      {STATES.map((state) => (
        <li key={state} className={`tone-${LOOK[state][0]}`}>
          {LOOK[state][1] ? <Icon name={LOOK[state][1]} /> : '·'} {t(`c_${state}`)}
        </li>
      ))}
    </ul>
  );
}

function Board({ data, late, mine }: { readonly data: ProgressView; readonly late: boolean; readonly mine: boolean }) {
  const say = useSay();
  const t = useTexts(officerTexts);
  const cells = useMemo(() => new Map(data.cells.map((cell) => [`${cell.seatId} ${cell.applicationId}`, cell])), [data.cells]);
  const [chosen, setChosen] = useState<CellView | null>(null);
  return (
    <>
      {data.judges.length > 2 ? <p className="quiet swipe-note no-print">{t('swipe')}</p> : null}
      <div className="board-scroll" tabIndex={0} role="region" aria-label={data.applications[0]?.board ? say(data.applications[0].board) : t('tab_board')}>
        <table className="judge-board">
          <thead>
            <tr>
              <th scope="col">{t('project')}</th>
              {data.judges.map((judge) => (
                <th key={judge.id} scope="col" className="judge">
                  {judge.name}
                  <span className={`figures ${late && judge.submitted < judge.due ? 'tone-late late-word' : 'quiet'}`}>
                    {t('in_of', { submitted: judge.submitted, due: judge.due })}
                    {late && judge.submitted < judge.due ? ` ${t('late')}` : ''}
                  </span>
                </th>
              ))}
              <th scope="col" className="right">{t('c_submitted')}</th>
            </tr>
          </thead>
          <tbody>
            {data.applications.map((row) => (
              <Row key={row.applicationId} row={row} judges={data.judges} cells={cells} onCell={mine ? setChosen : undefined} />
            ))}
          </tbody>
        </table>
        {chosen ? <Reopen cell={chosen} data={data} onClose={() => setChosen(null)} /> : null}
      </div>
    </>
  );
}

interface RowProps {
  readonly row: ProgressRow;
  readonly judges: readonly JudgeProgress[];
  readonly cells: ReadonlyMap<string, CellView>;
  readonly onCell: ((cell: CellView) => void) | undefined;
}

function Row({ row, judges, cells, onCell }: RowProps) {
  return (
    <tr id={`row-${row.applicationId}`}>
      <th scope="row">
        {row.projectName}
        <span className="quiet figures">{row.number}</span>
      </th>
      {judges.map((judge) => (
        <Cell key={judge.id} judge={judge.name} project={row.projectName} cell={cells.get(`${judge.id} ${row.applicationId}`)} onCell={onCell} />
      ))}
      <td className={`right figures ${row.submitted === row.due ? 'tone-done done-word' : ''}`}>
        {row.submitted} / {row.due}
      </td>
    </tr>
  );
}

function Cell({ judge, project, cell, onCell }: { readonly judge: string; readonly project: string; readonly cell: CellView | undefined; readonly onCell: RowProps['onCell'] }) {
  const marks = useMarks();
  const t = useTexts(officerTexts);
  const state: State = cell?.state ?? 'none';
  const [tone, icon] = LOOK[state];
  const paper = cell?.paper ? t(cell.paper.checkedBy ? 'cell_paper' : 'cell_paper_half', { name: cell.paper.enteredBy, other: cell.paper.checkedBy ?? '' }) : '';
  const word = t(`c_${state}`) + paper;
  const label = t('cell', { judge, project, state: word });
  const mark = icon ? <><Icon name={icon} />{cell?.paper ? <Icon name="print" /> : null}</> : <span aria-hidden="true">{state === 'elsewhere' ? '' : '·'}</span>;
  return (
    <td className={`cell tone-${tone}`}>
      {cell?.state === 'submitted' && onCell ? (
        <button type="button" aria-label={label + marks.comma + t('reopen')} title={word + marks.comma + t('reopen')} onClick={() => onCell(cell)}>
          {mark}
        </button>
      ) : (
        <span title={word}>
          {mark}
          <span className="visually-hidden">{label}</span>
        </span>
      )}
    </td>
  );
}

function Reopen({ cell, data, onClose }: { readonly cell: CellView; readonly data: ProgressView; readonly onClose: () => void }) {
  const t = useTexts(officerTexts);
  const reopen = useCommand<string, unknown>({
    run: (reason, key) => api.sheetsAsk({ path: { sheetId: cell.sheetId ?? '' }, body: { reason }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onClose,
  });
  const judge = data.judges.find(({ id }) => id === cell.seatId)?.name ?? '';
  const project = data.applications.find(({ applicationId }) => applicationId === cell.applicationId)?.projectName ?? '';
  return <ReasonModal title={t('reopen_title', { judge, project })} what={t('reopen_what')} ok={t('reopen')} busy={reopen.isPending} error={reopen.error} onOk={(reason) => reopen.mutate(reason)} onClose={onClose} />;
}

function Nudge({ callId, stageKey, judges }: { readonly callId: string; readonly stageKey: string; readonly judges: readonly JudgeProgress[] }) {
  const t = useTexts(officerTexts);
  const owing = judges.filter(({ submitted, due }) => submitted < due);
  const nudge = useCommand<void, NudgedView>({ run: (_, key) => api.scoringNudge({ path: { callId, stageKey }, body: { seatIds: owing.map(({ id }) => id) }, headers: { 'Idempotency-Key': key } }) });
  if (owing.length === 0) return null;
  return (
    <div className="nudge">
      <ActionButton kind="secondary" icon="bell" onAct={() => nudge.mutate()} busy={nudge.isPending}>
        {t('nudge_all', { count: owing.length })}
      </ActionButton>
      {nudge.data ? <p className="tone-done done-word" role="status">{t(nudge.data.waits ? 'nudge_waits' : 'nudged', { told: nudge.data.told })}</p> : null}
      {nudge.isError ? <ErrorNote error={nudge.error} /> : null}
    </div>
  );
}
