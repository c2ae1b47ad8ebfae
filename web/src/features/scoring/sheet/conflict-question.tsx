import { useId, useState } from 'react';
import { api, useCommand, type JudgingView } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

type Verdict = 'none' | 'has' | 'unsure';
const VERDICTS: readonly Verdict[] = ['none', 'has', 'unsure'];

export interface ConflictQuestionProps {
  readonly seatId: string;
  readonly applicationId: string;
  /** Leaves "none" out: for whoever finds a conflict after she has begun. */
  readonly late?: boolean;
  readonly onDone?: () => void;
}

/** Comes before everything else: none, has one, or not sure; each with what it leads to. */
export function ConflictQuestion({ seatId, applicationId, late = false, onDone }: ConflictQuestionProps) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<Verdict | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const declare = useCommand<Verdict, JudgingView>({
    run: (verdict, key) => api.judgingDeclare({ path: { seatId, applicationId }, body: { verdict, ...(note.trim() && verdict !== 'none' ? { note: note.trim() } : {}) }, headers: { 'Idempotency-Key': key } }),
    refresh: [['judging']],
    onDone: () => onDone?.(),
  });
  const lacking = chosen === 'unsure' && note.trim().length < 2;
  const send = () => {
    setTried(true);
    if (chosen && !lacking) declare.mutate(chosen);
  };
  return (
    <section className="conflict-ask" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{late ? t('late_conflict') : t('conflict_title')}</h2>
      <p className="quiet">{t('conflict_why')}</p>
      <div className="conflict-verdicts" role="radiogroup" aria-labelledby="conflict-title">
        {VERDICTS.filter((verdict) => !late || verdict !== 'none').map((verdict) => (
          <label key={verdict} className={chosen === verdict ? 'chosen' : ''}>
            <input type="radio" name="conflict" checked={chosen === verdict} onChange={() => setChosen(verdict)} />
            <span>
              <strong>{t(`conflict_${verdict}`)}</strong>
              <span className="conflict-follows">{t(`conflict_${verdict}_what`)}</span>
            </span>
          </label>
        ))}
      </div>
      {chosen === 'has' || chosen === 'unsure' ? <Note note={note} onNote={setNote} wrong={tried && lacking} /> : null}
      {declare.isError ? <ErrorNote error={declare.error} onRetry={send} /> : null}
      {chosen ? (
        <div className="conflict-send">
          <ActionButton onAct={send} busy={declare.isPending}>
            {t('conflict_send')}
          </ActionButton>
          {chosen === 'none' ? null : <p className="quiet">{t('conflict_final')}</p>}
        </div>
      ) : null}
    </section>
  );
}

function Note({ note, onNote, wrong }: { readonly note: string; readonly onNote: (note: string) => void; readonly wrong: boolean }) {
  const t = useTexts(texts);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('conflict_note')}</label>
      <textarea id={id} className="input" rows={2} maxLength={500} value={note} placeholder={t('conflict_note_hint')} aria-invalid={wrong ? true : undefined} onChange={(event) => onNote(event.target.value)} />
      {wrong ? <span className="wrong">{t('conflict_note_due')}</span> : null}
    </div>
  );
}

/** After a conflict: nothing of the application is left to see. */
export function SteppedAside({ view }: { readonly view: Pick<JudgingView, 'conflict' | 'conflictNote' | 'conflictSettled'> }) {
  const t = useTexts(texts);
  const state = view.conflict !== 'has' ? 'doubt_sent' : view.conflictSettled ? 'kept_out' : 'stepped_aside';
  return (
    <>
      <Empty why={t(state)} what={t(`${state}_what`)} />
      {view.conflictNote ? <p className="quiet judge-centred">{view.conflictSettled ? t('settled_note', { note: view.conflictNote }) : t('your_note', { note: view.conflictNote })}</p> : null}
    </>
  );
}
