import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useState } from 'react';
import { api, useCommand, type ApplicationDetail, type DraftCommentView, type PresenceView } from '../../../api/index.js';
import { ErrorNote, formatInstant, Icon, Instant, TextAreaField, useJoin, useTexts } from '../../../ui/index.js';
import { commentsQuery } from '../queries-together.js';
import { togetherTexts } from '../texts-together.js';
import './together.css';

interface Together {
  readonly id: string;
  readonly present: PresenceView | null;
  readonly origins: ApplicationDetail['origins'];
}

const Side = createContext<Together | null>(null);

export const TogetherProvider = Side.Provider;

/** Beside a question: who else is at it, where its answer came from, and what the writers say to each other. */
export function QuestionSide({ section, question }: { readonly section: string; readonly question: string }) {
  const side = useContext(Side);
  if (!side) return null;
  const others = side.present?.others.filter((one) => one.question === question) ?? [];
  const origin = side.origins.find(({ path }) => path === `${section}.${question}`);
  return (
    <div className="question-side no-print">
      <Here names={others.map(({ name }) => name)} />
      {origin ? <Origin origin={origin} /> : null}
      <Thread id={side.id} section={section} question={question} />
    </div>
  );
}

function Here({ names }: { readonly names: readonly string[] }) {
  const join = useJoin();
  const t = useTexts(togetherTexts);
  return names.length > 0 ? (
    <span className="tone-current here" role="status">
      <Icon name="person" />
      {t('here', { name: join(names) })}
    </span>
  ) : null;
}

function Origin({ origin }: { readonly origin: ApplicationDetail['origins'][number] }) {
  const t = useTexts(togetherTexts);
  const day = formatInstant(new Date(origin.at), 'day');
  if (origin.kind === 'earlier') return <span className="quiet">{t('from_earlier', { project: origin.projectName ?? '', day })}</span>;
  return <span className="quiet">{origin.organisationName ? t('from_host', { host: origin.organisationName, day }) : t('from_profile', { day })}</span>;
}

function Thread({ id, section, question }: { readonly id: string; readonly section: string; readonly question: string }) {
  const t = useTexts(togetherTexts);
  const [open, setOpen] = useState(false);
  const { data } = useQuery(commentsQuery(id));
  const mine = data?.comments.filter((comment) => comment.section === section && comment.question === question) ?? [];
  const waiting = mine.filter(({ resolvedAt }) => resolvedAt === null).length;
  if (!data || (!data.mayComment && mine.length === 0)) return null;
  return (
    <>
      <button type="button" className={mine.length === 0 ? 'link-button remark-less' : 'link-button'} aria-expanded={open} onClick={() => setOpen(!open)}>
        {mine.length === 0 ? t('comment_add') : waiting > 0 ? t('comments_count', { count: waiting }) : t('comments')}
      </button>
      {open ? (
        <div className="thread">
          <ul>
            {mine.map((comment) => (
              <Comment key={comment.id} id={id} comment={comment} mayComment={data.mayComment} />
            ))}
          </ul>
          {data.mayComment ? <WriteComment id={id} section={section} question={question} /> : null}
        </div>
      ) : null}
    </>
  );
}

function Comment({ id, comment, mayComment }: { readonly id: string; readonly comment: DraftCommentView; readonly mayComment: boolean }) {
  const t = useTexts(togetherTexts);
  const resolving = useCommand({ run: () => api.togetherResolve({ path: { id, commentId: comment.id } }), refresh: [commentsQuery(id).queryKey] });
  return (
    <li className={comment.resolvedAt ? 'resolved' : ''}>
      <p className="answer-text">{comment.text}</p>
      <p className="quiet">
        {comment.author} · <Instant at={comment.at} zone={false} />
        {comment.resolvedAt ? ` · ${t('comment_resolved', { name: comment.resolvedBy ?? '' })}` : null}
        {!comment.resolvedAt && mayComment ? (
          <button type="button" className="link-button" onClick={() => resolving.mutate()}>
            {t('comment_resolve')}
          </button>
        ) : null}
      </p>
      {resolving.error ? <ErrorNote error={resolving.error} kept={t('kept')} /> : null}
    </li>
  );
}

function WriteComment({ id, section, question }: { readonly id: string; readonly section: string; readonly question: string }) {
  const t = useTexts(togetherTexts);
  const [text, setText] = useState('');
  const writing = useCommand({
    run: (_: void, key) => api.togetherComment({ path: { id }, body: { section, question, text: text.trim() }, headers: { 'Idempotency-Key': key } }),
    refresh: [commentsQuery(id).queryKey],
    onDone: () => setText(''),
  });
  // A remark is no answer: its keys must not start a save of the form around it.
  return (
    <div onChange={(event) => event.stopPropagation()}>
      <TextAreaField label={t('comment_text')} rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button" className="button" aria-disabled={text.trim() === '' || writing.isPending} onClick={() => (text.trim() && !writing.isPending ? writing.mutate() : undefined)}>
        {t('comment_send')}
      </button>
      {writing.error ? <ErrorNote error={writing.error} /> : null}
    </div>
  );
}
