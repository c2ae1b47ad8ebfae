import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type OfficerCallView, type OfficerQuestionsView, type OfficerQuestionView } from '../../../api/index.js';
import { ActDialog, Empty, ErrorNote, formatInstant, StatusMark, TextAreaField, useLanguage, useTexts } from '../../../ui/index.js';
import { questionsQuery } from '../officer-queries.js';
import { roundTexts } from '../texts-round.js';

/** What people have asked about the call: what waits first, then what was answered. */
export function QuestionsPart({ call }: { readonly call: OfficerCallView }) {
  const r = useTexts(roundTexts);
  const language = useLanguage();
  const questions = useQuery(questionsQuery(call.id));
  if (questions.isError && !questions.data) return <ErrorNote error={questions.error} onRetry={() => void questions.refetch()} />;
  if (!questions.data) return null;
  const { items, asking, answering } = questions.data;
  const waiting = items.filter(({ status }) => status === 'waiting');
  const done = items.filter(({ status }) => status !== 'waiting').reverse();
  const refusal = answering.allowed ? null : (answering.reason?.[language] ?? null);
  return (
    <>
      <div className="questions-head">
        <p className="quiet prose">{r('questions_lead')}</p>
        <p className="quiet">{asking.allowed ? r('questions_until', { until: formatInstant(new Date(String(asking.until))) }) : asking.reason?.[language]}</p>
        <div className="part-tools">
          <Clarify callId={call.id} refusal={refusal} />
        </div>
      </div>
      {items.length === 0 ? <Empty small why={r('questions_none')} what={r('questions_none_what')} /> : null}
      <Group title={r('questions_waiting')} callId={call.id} items={waiting} refusal={refusal} />
      <Group title={r('questions_done')} callId={call.id} items={done} refusal={refusal} />
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly callId: string;
  readonly items: readonly OfficerQuestionView[];
  readonly refusal: string | null;
}

function Group({ title, callId, items, refusal }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <section className="call-part">
      <h2>{title}</h2>
      <ol className="version-list">
        {items.map((question) => (
          <li key={question.id}>
            <Told question={question} />
            {question.status === 'waiting' ? (
              <div className="part-tools question-acts">
                <Answer callId={callId} question={question} refusal={refusal} />
                <ReplyAlone callId={callId} question={question} refusal={refusal} />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Told({ question }: { readonly question: OfficerQuestionView }) {
  const r = useTexts(roundTexts);
  const language = useLanguage();
  const { status, label, asked, asker, askedAt, told, answer, decidedByName, decidedAt } = question;
  const day = (at: unknown) => formatInstant(new Date(String(at)));
  return (
    <>
      <p className="version-head">
        <strong className="question-words">{told ?? asked}</strong>
        {status === 'set_aside' ? <StatusMark word={label[language]} tone="quiet" /> : null}
      </p>
      <p className="quiet">{asked === null ? r('asked_nobody') : r('asked_by', { who: asker ?? '', at: day(askedAt) })}</p>
      {answer ? <p className="question-words">{answer}</p> : null}
      {decidedAt ? <p className="quiet">{r('answered_by', { who: decidedByName ?? '', at: day(decidedAt) })}</p> : null}
    </>
  );
}

interface ActProps {
  readonly callId: string;
  readonly question: OfficerQuestionView;
  readonly refusal: string | null;
}

type Headers = { readonly headers: { readonly 'Idempotency-Key': string } };

/** What is answered is public at once. */
function useAnswering(callId: string, send: (words: string, key: Headers) => Promise<OfficerQuestionsView>, onDone: () => void = () => undefined): (words: string) => Promise<OfficerQuestionsView> {
  const command = useCommand<string, OfficerQuestionsView>({
    run: (words, key) => send(words, { headers: { 'Idempotency-Key': key } }),
    refresh: [questionsQuery(callId).queryKey, ['public-call', callId]],
    onDone,
  });
  return command.mutateAsync;
}

function Answer({ callId, question, refusal }: ActProps) {
  const r = useTexts(roundTexts);
  const [told, setTold] = useState(question.asked ?? '');
  const answer = useAnswering(callId, (words, key) => api.questionsAnswer({ path: { id: callId, questionId: question.id }, body: { question: told, answer: words }, ...key }));
  return (
    <ActDialog
      label={r('answer_publish')}
      refusal={refusal}
      reason={{ label: r('answer_text'), least: 2 }}
      onAct={answer}
    >
      <p>{r('answer_say')}</p>
      <TextAreaField label={r('answer_question')} hint={r('answer_question_hint')} rows={3} value={told} onChange={(event) => setTold(event.target.value)} />
    </ActDialog>
  );
}

function ReplyAlone({ callId, question, refusal }: ActProps) {
  const r = useTexts(roundTexts);
  const answer = useAnswering(callId, (reply, key) => api.questionsSetAside({ path: { id: callId, questionId: question.id }, body: { reply }, ...key }));
  return (
    <ActDialog
      label={r('answer_alone')}
      kind="secondary"
      refusal={refusal}
      reason={{ label: r('reply_text'), least: 2 }}
      onAct={answer}
    >
      <p>{r('answer_alone_say')}</p>
      <p className="question-words">{question.asked}</p>
    </ActDialog>
  );
}

function Clarify({ callId, refusal }: Pick<ActProps, 'callId' | 'refusal'>) {
  const r = useTexts(roundTexts);
  const [asked, setAsked] = useState('');
  const clarify = useAnswering(callId, (answer, key) => api.questionsClarify({ path: { id: callId }, body: { question: asked, answer }, ...key }), () => setAsked(''));
  return (
    <ActDialog label={r('clarify')} kind="secondary" refusal={refusal} reason={{ label: r('answer_text'), least: 2 }} onAct={clarify}>
      <p>{r('answer_say')}</p>
      <TextAreaField label={r('clarify_question')} rows={2} value={asked} onChange={(event) => setAsked(event.target.value)} />
    </ActDialog>
  );
}
