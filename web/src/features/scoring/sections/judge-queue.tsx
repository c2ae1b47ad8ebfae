import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { QueueView, TaskView } from '../../../api/index.js';
import { Countdown, Empty, ErrorNote, formatInstant, Icon, KeyHelp, moveFocus, StatusMark, useKeys, useMarks, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { ballotTexts } from '../ballot/ballot-texts.js';
import { calibrationsQuery, queueQuery } from '../queries.js';
import '../scoring.css';
import { readKept } from '../sheet/kept-sheets.js';
import { KeptSender } from '../sheet/kept-sender.js';
import { useIsAhead } from '../sheet/sheet-head.js';
import { sheetName } from '../sheet/use-sheet.js';
import { FormFiles } from './form-files.js';
import { formTexts } from './form-texts.js';
import { texts } from '../texts.js';

const TASKS = '.judge-queue > .judge-seat .judge-tasks a, .past-seats[open] .judge-tasks a';

/** What waits for a judge, seat by seat; what is over stands below, folded. */
export default function JudgeQueue() {
  const t = useTexts(texts);
  const marks = useMarks();
  const { data, error, refetch, isPending } = useQuery(queueQuery);
  useKeys({ j: () => moveFocus(TASKS, 1), k: () => moveFocus(TASKS, -1) });
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending || !data) return <p className="opening quiet" role="status">{t('my_queue')}…</p>;
  const present = data.filter(({ stage }) => stage !== 'sealed');
  const past = data.filter(({ stage }) => stage === 'sealed');
  return (
    <div className="judge-queue">
      {data.length > 0 ? <KeyHelp lines={[[['j', 'k'], t('key_tasks')], [['Enter'], t('key_open')]]} /> : null}
      <KeptSender tasks={data.flatMap(({ tasks }) => tasks)} />
      {present.length === 0 ? <Empty why={t('queue_empty')} what={t('queue_empty_what')} /> : null}
      {present.map((queue) => (
        <Seat key={queue.seatId} queue={queue} />
      ))}
      {past.length > 0 ? (
        <details className="past-seats">
          <summary>
            {t('finished') + marks.aside(String(past.length))}
          </summary>
          {past.map((queue) => (
            <Seat key={queue.seatId} queue={queue} />
          ))}
        </details>
      ) : null}
    </div>
  );
}

function Seat({ queue }: { readonly queue: QueueView }) {
  const say = useSay();
  const t = useTexts(texts);
  const { submitted, due, blind, stage } = queue;
  return (
    <section className="judge-seat" aria-labelledby={`call-${queue.seatId} seat-${queue.seatId}`}>
      <header>
        <p className="quiet" id={`call-${queue.seatId}`}>{say(queue.callTitle)}</p>
        <h2 id={`seat-${queue.seatId}`}>{say(queue.stageTitle)}</h2>
        <p className="seat-facts figures">
          {due > 0 ? <span className={submitted === due ? 'tone-done done-word' : ''}>{submitted === due ? t('progress_all', { due }) : t('progress', { done: submitted, due })}</span> : null}
          {stage === 'open' ? <Deadline queue={queue} /> : <span className="quiet">{stage === 'sealed' ? t('sealed_stage') : t('waiting_stage')}</span>}
        </p>
        {due > 0 ? <progress max={due} value={submitted} aria-label={t('progress', { done: submitted, due })} /> : null}
        {blind === 'open' || stage === 'sealed' ? null : (
          <p className="blind-note">
            <Icon name="eye_off" />
            {t('blind')}
          </p>
        )}
        <WaysOn queue={queue} />
      </header>
      <ol className="judge-tasks">
        {queue.tasks.map((task) => (
          <Task key={task.applicationId} task={task} />
        ))}
      </ol>
    </section>
  );
}

/** What a judge can do in this seat now. */
function WaysOn({ queue }: { readonly queue: QueueView }) {
  const { seatId, stage } = queue;
  if (stage === 'sealed') return null;
  return (
    <>
      {stage === 'waiting' ? <WishesLink seatId={seatId} /> : null}
      <CalibrationLink seatId={seatId} />
      {stage === 'open' ? <SeatActions queue={queue} /> : null}
      <Forms queue={queue} />
    </>
  );
}

/** Only where the panel has one; once her own is in, the way to how the panel spreads, which fills as the others come in. */
function CalibrationLink({ seatId }: { readonly seatId: string }) {
  const t = useTexts(formTexts);
  const { data = [] } = useQuery(calibrationsQuery);
  const found = data.find((one) => one.seatId === seatId);
  if (!found) return null;
  return (
    <p className="seat-actions no-print">
      <Link to="/judge/calibration/$seatId" params={{ seatId } as never} className={found.submitted ? 'link-button' : 'button'}>
        {t(found.submitted ? 'calibration_done' : 'calibration')}
      </Link>
    </p>
  );
}

/** Before it is assigned a judge says what she would rather review. */
function WishesLink({ seatId }: { readonly seatId: string }) {
  const t = useTexts(texts);
  return (
    <p className="seat-actions no-print">
      <Link to="/judge/wishes/$seatId" params={{ seatId } as never} className="button">
        {t('wishes')}
      </Link>
    </p>
  );
}

function Deadline({ queue }: { readonly queue: QueueView }) {
  const t = useTexts(texts);
  const ahead = useIsAhead(queue.closesAt);
  if (!queue.closesAt || queue.live) return null;
  return ahead ? <Countdown until={queue.closesAt} /> : <span className="tone-late late-word">{queue.submitted < queue.due ? t('past_end') : ''}</span>;
}

function SeatActions({ queue }: { readonly queue: QueueView }) {
  const t = useTexts(texts);
  const next = queue.tasks.find(({ open, status, conflict }) => open && status !== 'submitted' && status !== 'abstained' && conflict !== 'has' && conflict !== 'unsure');
  const { seatId } = queue;
  if (queue.ballot) return <BallotLink queue={queue} />;
  return (
    <p className="seat-actions no-print">
      {queue.live ? (
        <Link to="/judge/hall" className="button primary big">
          <Icon name="stage" /> {t('to_hall')}
        </Link>
      ) : null}
      {!queue.live && next ? (
        <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId, applicationId: next.applicationId } as never} className="button primary big">
          {t('open_next')}
        </Link>
      ) : null}
      {queue.live ? null : (
        <Link to="/judge/grids/$seatId" params={{ seatId } as never} className="button">
          <Icon name="table" /> {t('grid')}
        </Link>
      )}
      {queue.tasks[0] ? (
        <Link to="/judge/sheets/$seatId/$applicationId/print" params={{ seatId, applicationId: queue.tasks[0].applicationId } as never} search={{ blank: 'yes' } as never} className="button print-blank">
          <Icon name="print" /> {t('blank')}
        </Link>
      ) : null}
    </p>
  );
}

/** Workbooks for where there is no network; neither the hall nor a ballot has any. */
function Forms({ queue: { seatId, stage, live, ballot } }: { readonly queue: QueueView }) {
  return stage === 'open' && !live && !ballot ? <FormFiles seatId={seatId} /> : null;
}

function BallotLink({ queue: { seatId, due, submitted } }: { readonly queue: QueueView }) {
  const t = useTexts(ballotTexts);
  return (
    <p className="seat-actions no-print">
      <Link to="/judge/ballots/$seatId" params={{ seatId } as never} className={`button big ${due > 0 && submitted === due ? '' : 'primary'}`}>
        {due > 0 && submitted === due ? t('title') : t('fill')}
      </Link>
    </p>
  );
}

function Task({ task }: { readonly task: TaskView }) {
  const { applicationId, seatId, name, number } = task;
  return (
    <li>
      <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId, applicationId } as never}>
        <span className="task-name">
          {number ? name.replace(`${number} `, '') : name}
          {number ? <span className="quiet figures number">{number}</span> : null}
        </span>
        <TaskMark task={task} />
      </Link>
    </li>
  );
}

function TaskMark({ task }: { readonly task: TaskView }) {
  const t = useTexts(texts);
  const kept = task.status !== 'submitted' && readKept(sheetName(task.seatId, task.applicationId)) !== null;
  if (kept) return <StatusMark word={t('s_kept')} tone="waiting" icon="offline" />;
  const [word, tone] = standing(task);
  const time = task.status === 'submitted' && task.submittedAt ? ` ${formatInstant(new Date(task.submittedAt)).slice(5)}` : '';
  return <StatusMark word={t(word) + time} tone={tone} />;
}

type Word = 's_abstained' | 's_has' | 's_unsure' | 's_submitted' | 's_closed' | 's_undeclared' | 's_draft' | 's_open';

function standing({ conflict, status, open }: TaskView): readonly [Word, Tone] {
  if (conflict === 'has') return ['s_has', 'quiet'];
  if (conflict === 'unsure') return ['s_unsure', 'waiting'];
  if (status === 'submitted') return ['s_submitted', 'done'];
  if (!open) return ['s_closed', 'quiet'];
  if (conflict === null) return ['s_undeclared', 'waiting'];
  if (status === 'abstained') return ['s_abstained', 'quiet'];
  return status === 'draft' ? ['s_draft', 'waiting'] : ['s_open', 'current'];
}
