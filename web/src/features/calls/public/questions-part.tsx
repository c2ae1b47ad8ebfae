import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, useCommand, useSession, type AskQuestionBody, type PublicCallView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, Instant, TextAreaField, TextField, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { askTexts } from '../texts-ask.js';
import { Part } from './part.js';

interface QuestionsProps {
  readonly call: PublicCallView;
  /** With which a call by invitation was opened. */
  readonly code: string | undefined;
}

/** The public log: every answer for everybody, and a place to ask while questions are taken. */
export function QuestionsPart({ call, code }: QuestionsProps) {
  const t = useTexts(askTexts);
  const say = useSay();
  const { asking, answers } = call;
  return (
    <Part id="answers" title={t('title')}>
      <p className="quiet">{t('lead')}</p>
      {answers.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ol className="rule-list">
        {answers.map(({ id, question, answer, answeredAt }) => (
          <li key={id}>
            <strong className="as-written">{question}</strong>
            <p className="as-written">{answer}</p>
            <span className="meta">
              {t('answered')} <Instant at={answeredAt} />
            </span>
          </li>
        ))}
      </ol>
      {asking.allowed ? <Ask call={call} code={code} /> : <p className="quiet">{asking.reason ? say(asking.reason) : null}</p>}
    </Part>
  );
}

function Ask({ call, code }: QuestionsProps) {
  const t = useTexts(askTexts);
  const language = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const send = useCommand({
    run: (body: AskQuestionBody, key) => api.publicQuestionsAsk({ path: { id: call.id }, body, headers: { 'Idempotency-Key': key } }),
    onDone: () => {
      setText('');
      setTried(false);
      void queries.invalidateQueries({ queryKey: ['public-call', call.id] });
    },
  });
  const short = [...text.trim()].length < 5;
  const noAddress = !session && email.trim() === '';
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (!short && !noAddress) send.mutate({ text: text.trim(), ...(code ? { code } : {}), ...(session ? {} : { email: email.trim(), language }) });
  };
  return (
    <form className="call-ask no-print" onSubmit={submit} noValidate>
      <h3>{t('ask')}</h3>
      <p className="quiet">
        {t('until')} <Instant at={call.asking.until} />
      </p>
      <TextAreaField label={t('question')} hint={t('question_hint')} rows={3} maxLength={1000} value={text} wrong={tried && short ? t('question_short') : undefined} onChange={(event) => setText(event.target.value)} />
      {session ? null : <TextField type="email" autoComplete="email" label={t('email')} hint={t('email_hint')} value={email} wrong={tried && noAddress ? t('email_needed') : undefined} onChange={(event) => setEmail(event.target.value)} />}
      {send.error ? <ErrorNote error={send.error} /> : null}
      {send.isSuccess && !tried ? (
        <p role="status" className="call-asked">
          <Icon name="check" />
          {session ? t('sent_inbox') : t('sent_mail')}
        </p>
      ) : null}
      <div>
        <ActionButton onAct={() => submit()} busy={send.isPending} kind="secondary">
          {t('send')}
        </ActionButton>
      </div>
    </form>
  );
}
