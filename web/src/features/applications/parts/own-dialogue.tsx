import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type AppealView, type RefusalView, type SupplementView } from '../../../api/index.js';
import { ActionButton, Countdown, ErrorNote, FileDrop, formatInstant, Instant, StatusMark, TextAreaField, useSay, useSentFiles, useTexts } from '../../../ui/index.js';
import { dialogueQuery } from '../staff-queries.js';
import { dialogueTexts } from '../texts-dialogue.js';
import { DialogueFiles } from './dialogue-files.js';

const AFTER = [['applications']] as const;

/** What the screeners ask of the applicant, and the refusal with the way to appeal. Nothing shows while there is neither. */
export function OwnDialogue({ id }: { readonly id: string }) {
  const dialogue = useQuery(dialogueQuery(id));
  if (dialogue.isError && !dialogue.data) return <ErrorNote error={dialogue.error} onRetry={() => void dialogue.refetch()} />;
  if (!dialogue.data) return null;
  const { supplements, refusal, appeals } = dialogue.data;
  return (
    <>
      {refusal ? <Refusal id={id} refusal={refusal} /> : null}
      {appeals.map((appeal) => (
        <Appeal key={appeal.id} appeal={appeal} />
      ))}
      {supplements.map((supplement) => (
        <Supplement key={supplement.id} id={id} supplement={supplement} />
      ))}
    </>
  );
}

function Refusal({ id, refusal }: { readonly id: string; readonly refusal: RefusalView }) {
  const t = useTexts(dialogueTexts);
  const say = useSay();
  // A reason that already says what was found is not said twice.
  const grounds = refusal.grounds.filter(({ found }) => !found || !refusal.reason.includes(found));
  return (
    <section className="state-part dialogue-sheet" aria-labelledby="refusal">
      <h2 id="refusal">{t('refusal')}</h2>
      <p className="quiet">{t('refusal_on', { when: formatInstant(new Date(refusal.at)) })}</p>
      <p className="answer-text">{refusal.reason}</p>
      {grounds.length > 0 ? (
        <>
          <h3>{t('refusal_grounds')}</h3>
          <ul className="mend-list">
            {grounds.map(({ rule, found }) => (
              <li key={rule.zh}>
                <span className="where">{say(rule)}</span>
                {found}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {refusal.appealing.allowed ? <p>{t('appeal_how', { when: formatInstant(new Date(refusal.appealUntil)) })}</p> : null}
      <AppealForm id={id} refusal={refusal} />
    </section>
  );
}

function AppealForm({ id, refusal: { appealing } }: { readonly id: string; readonly refusal: RefusalView }) {
  const t = useTexts(dialogueTexts);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const lodge = useCommand<Words>({ run: ({ words, ids }, key) => api.appealsLodge({ path: { id }, body: { grounds: words, documentIds: [...ids] }, headers: { 'Idempotency-Key': key } }), refresh: AFTER, onDone: () => setOpen(false) });
  if (!appealing.allowed) return appealing.reason ? <p className="quiet">{say(appealing.reason)}</p> : null;
  if (!open) {
    return (
      <ActionButton kind="secondary" onAct={() => setOpen(true)}>
        {t('appeal')}
      </ActionButton>
    );
  }
  return <WordsForm label={t('appeal_grounds')} least={10} short={t('appeal_short')} send={t('appeal_send')} busy={lodge.isPending} error={lodge.error} onSend={(words) => lodge.mutate(words)} />;
}

const APPEALS = { lodged: 'waiting', upheld: 'done', dismissed: 'quiet' } as const;

function Appeal({ appeal }: { readonly appeal: AppealView }) {
  const t = useTexts(dialogueTexts);
  return (
    <section className="state-part dialogue-sheet" aria-labelledby={`appeal-${appeal.id}`}>
      <h2 id={`appeal-${appeal.id}`}>{t('appeal_own')}</h2>
      <p>
        <StatusMark tone={APPEALS[appeal.status]} word={t(`appeal_${appeal.status}`)} /> <span className="quiet">{t('appeal_of', { when: formatInstant(new Date(appeal.lodgedAt)) })}</span>
      </p>
      <p className="answer-text">{appeal.grounds}</p>
      <DialogueFiles files={appeal.files} />
      {appeal.decision && appeal.decidedAt ? (
        <p className="answer-text">
          {appeal.decision} <span className="quiet">{t('appeal_decided_on', { when: formatInstant(new Date(appeal.decidedAt)) })}</span>
        </p>
      ) : null}
    </section>
  );
}

const STATES = { awaited: 'waiting', answered: 'done', withdrawn: 'quiet', lapsed: 'late' } as const;

function Supplement({ id, supplement }: { readonly id: string; readonly supplement: SupplementView }) {
  const t = useTexts(dialogueTexts);
  const answer = useCommand<Words>({
    run: ({ words, ids }, key) => api.supplementsAnswer({ path: { id, supplementId: supplement.id }, body: { answer: words, documentIds: [...ids] }, headers: { 'Idempotency-Key': key } }), refresh: AFTER,
  });
  return (
    <section className="state-part dialogue-sheet" aria-labelledby={`supplement-${supplement.id}`}>
      <h2 id={`supplement-${supplement.id}`}>{t('supplement')}</h2>
      <p>
        <StatusMark tone={STATES[supplement.state]} word={supplement.state === 'awaited' ? t('supplement_yours') : t(`supplement_${supplement.state}`)} /> <span className="quiet">{t('asked_on', { when: formatInstant(new Date(supplement.askedAt)) })}</span>
      </p>
      <p className="answer-text">{supplement.request}</p>
      {supplement.state === 'awaited' || supplement.state === 'lapsed' ? (
        <p className="quiet">
          {t('due')} <Instant at={supplement.dueAt} /> {supplement.state === 'awaited' ? <Countdown until={supplement.dueAt} /> : null}
        </p>
      ) : null}
      {supplement.answer ? (
        <>
          <h3>{t('answer_given', { when: formatInstant(new Date(supplement.answeredAt ?? supplement.dueAt)) })}</h3>
          <p className="answer-text">{supplement.answer}</p>
        </>
      ) : null}
      <DialogueFiles files={supplement.files} />
      {supplement.state === 'awaited' ? <WordsForm label={t('answer_words')} least={1} short={t('answer_needed')} send={t('answer_send')} busy={answer.isPending} error={answer.error} onSend={(words) => answer.mutate(words)} /> : null}
    </section>
  );
}

interface Words {
  readonly words: string;
  readonly ids: readonly string[];
}

interface WordsFormProps {
  readonly label: string;
  readonly least: number;
  readonly short: string;
  readonly send: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSend: (words: Words) => void;
}

/** A few words with files, sent once. */
function WordsForm({ label, least, short, send, busy, error, onSend }: WordsFormProps) {
  const t = useTexts(dialogueTexts);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const files = useSentFiles();
  const enough = [...words.trim()].length >= least;
  const act = () => {
    setTried(true);
    if (enough) onSend({ words: words.trim(), ids: files.ids });
  };
  return (
    <div className="words-form">
      <TextAreaField label={label} rows={4} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} wrong={tried && !enough ? short : undefined} />
      <FileDrop label={t('answer_files')} limits={t('answer_limits')} multiple maxBytes={20 * 1024 * 1024} {...files.field} />
      {error ? <ErrorNote error={error} /> : null}
      <p className="quiet">{t('answer_once')}</p>
      <ActionButton busy={busy} refusal={files.busy ? t('sending') : null} onAct={act}>
        {send}
      </ActionButton>
    </div>
  );
}
