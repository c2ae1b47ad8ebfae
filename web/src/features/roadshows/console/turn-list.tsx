import type { ConsoleTurnView, ConsoleView } from '../../../api/index.js';
import { StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { DrawCheck } from './draw-check.js';
import { PresenterLine } from './presenter-line.js';
import { OpenAgain } from './turn-moves.js';
import type { Host } from './use-turns.js';

const TONES: Readonly<Record<ConsoleTurnView['status'], Tone>> = { waiting: 'quiet', presenting: 'current', questions: 'current', scoring: 'waiting', scored: 'done', absent: 'late' };

/** Every project in its order. */
export function TurnList({ view, host }: { readonly view: ConsoleView; readonly host: Host }) {
  const t = useTexts(texts);
  return (
    <section className="turn-list" aria-labelledby="turn-list-title">
      <h2 id="turn-list-title">{t('order')}</h2>
      {view.status !== 'planned' && view.seed ? <DrawCheck view={view} /> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('col_order')}</th>
            <th scope="col">{t('col_project')}</th>
            <th scope="col">{t('col_presenter')}</th>
            <th scope="col">{t('col_state')}</th>
            <th scope="col" className="right">
              {t('col_scores')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.turns.map((turn) => (
            <TurnRow key={turn.id} turn={turn} view={view} host={host} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TurnRow({ turn, view, host }: { readonly turn: ConsoleTurnView; readonly view: ConsoleView; readonly host: Host }) {
  const say = useSay();
  const t = useTexts(texts);
  return (
    <tr className={TONES[turn.status] === 'current' || turn.status === 'scoring' ? 'on' : ''}>
      <td className="figures">{turn.position ?? '–'}</td>
      <th scope="row">
        {turn.projectName}
        <span className="quiet organisation">{turn.organisationName}</span>
      </th>
      <td>
        <PresenterLine view={view} host={host} turn={turn} />
      </td>
      <td>
        <StatusMark word={turn.position === null ? t('not_drawn') : say(turn.label)} tone={TONES[turn.status]} />
        <span className="quiet turn-notes">
          {[turn.overrunSeconds > 0 ? t('overrun', { seconds: turn.overrunSeconds }) : '', turn.missed > 0 ? t('missed', { count: turn.missed }) : '', turn.reason ?? ''].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className="right figures">
        {turn.status === 'waiting' || turn.status === 'absent' ? '' : `${turn.submitted} / ${turn.due}`}
        {view.mine ? <OpenAgain turn={turn} host={host} /> : null}
      </td>
    </tr>
  );
}
