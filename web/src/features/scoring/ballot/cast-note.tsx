import type { BallotView } from '../../../api/index.js';
import { formatInstant, Icon, useTexts } from '../../../ui/index.js';
import { ballotTexts } from './ballot-texts.js';
import { ranked } from './use-ballot.js';

/** A ballot that is in: when it arrived, what it says, and what proves it later. */
export function CastNote({ view }: { readonly view: BallotView }) {
  const t = useTexts(ballotTexts);
  const rowOf = (id: string) => view.rows.find(({ applicationId }) => applicationId === id)!;
  const left = view.rows.filter(({ place, conflict, abstained }) => place === null && conflict === 'none' && !abstained);
  return (
    <>
      <div className="judge-note tone-done" role="status">
        <Icon name="check" />
        <div>
          <p className="what">{t('sent', { time: view.submittedAt ? formatInstant(new Date(view.submittedAt), 'second') : '' })}</p>
          <p className="quiet">{t('sent_what')}</p>
        </div>
      </div>
      <ol className="ballot-cast">
        {ranked(view).map((id) => (
          <li key={id}>
            {rowOf(id).projectName} <span className="quiet figures">{rowOf(id).number}</span>
          </li>
        ))}
      </ol>
      {left.length > 0 ? <p className="quiet">{`${t('waiting')} · ${left.map(({ projectName }) => projectName).join(' · ')}`}</p> : null}
      <details className="ballot-receipt">
        <summary>{t('receipt')}</summary>
        <ul>
          {view.rows.filter(({ commitment }) => commitment !== null).map(({ applicationId, number, commitment }) => (
            <li key={applicationId}>
              <span className="figures">{number}</span> <code>{commitment}</code>
            </li>
          ))}
        </ul>
      </details>
      <p className="no-print">
        <button type="button" className="button" onClick={() => window.print()}>
          <Icon name="print" /> {t('print')}
        </button>
      </p>
    </>
  );
}
