import { api, useCommand, type TieDecisionView } from '../../../api/index.js';
import { ActDialog, DocumentLink, formatInstant, Icon, toCsv, useTexts, type Tone } from '../../../ui/index.js';
import { tiesTexts } from './ties-texts.js';

const TONES: Record<TieDecisionView['state'], Tone> = { fixed: 'waiting', waits: 'waiting', refused: 'late', settled: 'done', past: 'quiet' };

interface DecisionProps {
  readonly callId: string;
  readonly decision: TieDecisionView;
}

/** How equals were put in order, by whom and on what grounds. */
export function Decision({ callId, decision }: DecisionProps) {
  const t = useTexts(tiesTexts);
  const { state, way, equals, ordered, grounds, minutes, recordedBy, recordedAt, settledBy, settledAt, note, publicValue } = decision;
  const words = { fixed: t('fixed'), waits: t('waits'), refused: t('past_refused'), settled: t(way === 'lot' ? 'drawn' : 'settled'), past: t('past_stale') };
  const when = (at: string) => formatInstant(new Date(at));
  return (
    <div className={`tie-decision tone-${TONES[state]}`} role="group">
      <p className="tie-word">
        <Icon name={state === 'settled' ? 'check' : state === 'refused' ? 'cross' : 'hourglass'} /> {words[state]}
      </p>
      {ordered ? (
        <ol className="tie-order">
          {equals.map(({ applicationId, projectName, number }) => (
            <li key={applicationId}>
              <strong>{projectName}</strong> <span className="quiet figures">{number}</span>
            </li>
          ))}
        </ol>
      ) : null}
      <p>{publicValue ? t('by_value', { source: grounds, value: publicValue }) : grounds}</p>
      {minutes ? <DocumentLink id={minutes.id} name={minutes.name} /> : null}
      <p className="quiet">{t('recorded_by', { who: recordedBy, when: when(recordedAt) })}</p>
      {settledAt && way === 'committee' ? <p className="quiet">{t(state === 'refused' ? 'refused_by' : 'settled_by', { who: settledBy ?? '', when: when(settledAt) })}</p> : null}
      {note ? <p>{note}</p> : null}
      {decision.secret ? (
        <>
          <p className="quiet">{t('receipt_what')}</p>
          <a className="button" download="tie-lot.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(receiptOf(decision))}`}>
            <Icon name="file" /> {t('receipt')}
          </a>
        </>
      ) : null}
      {decision.decidable ? <Answer callId={callId} decision={decision} /> : null}
    </div>
  );
}

function Answer({ callId, decision: { id } }: DecisionProps) {
  const t = useTexts(tiesTexts);
  const decide = useCommand<{ granted: boolean; note?: string }, unknown>({ run: (body, key) => api.tiesDecide({ path: { callId, id }, body, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  return (
    <div className="tie-answer">
      <ActDialog label={t('confirm')} onAct={() => decide.mutateAsync({ granted: true })}>
        <p>{t('confirm_what')}</p>
      </ActDialog>
      <ActDialog label={t('refuse')} kind="secondary" reason={{ label: t('refuse_why'), least: 2 }} onAct={(note) => decide.mutateAsync({ granted: false, note })} />
    </div>
  );
}

/** Everything that was hashed: whoever wants can draw again. */
function receiptOf({ commitment, secret, publicValue, seed, equals }: TieDecisionView): string {
  return toCsv([
    ['承诺值 commitment = SHA-256(tie-draw-v1|秘密 secret)', commitment], ['秘密 secret', secret], ['公开数字 public number', publicValue], ['种子 seed = SHA-256(tie-draw-v1|secret|number)', seed],
    ['次序 order', '申报编号 number', '项目 project', '求 SHA-256 的文字 text to hash'], ...equals.map(({ applicationId, number, projectName }, at) => [at + 1, number, projectName, `${seed}|${applicationId}`]),
  ]);
}
