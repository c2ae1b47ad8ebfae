import { useQuery } from '@tanstack/react-query';
import { diffChars } from 'diff';
import { Fragment, useMemo } from 'react';
import type { DocumentView, Rulebook, RulebookQuestion } from '../../../api/index.js';
import { ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { same } from '../form/merge.js';
import { AnswerShown } from '../parts/answer-shown.js';
import { revisionQuery } from '../queries-together.js';
import { togetherTexts } from '../texts-together.js';

interface VersionDiffProps {
  readonly id: string;
  readonly book: Rulebook;
  readonly files: readonly DocumentView[];
  readonly older: number;
  readonly newer: number;
}

/** Longer texts are compared by their lines: letter by letter would take seconds. */
const MOST_LETTERS = 20_000;

/** Only the questions that were answered differently. */
export function VersionDiff({ id, book, files, older, newer }: VersionDiffProps) {
  const t = useTexts(togetherTexts);
  const [before, after] = [useQuery(revisionQuery(id, older)), useQuery(revisionQuery(id, newer))];
  const error = before.error ?? after.error;
  if (error) return <ErrorNote error={error} onRetry={() => void Promise.all([before.refetch(), after.refetch()])} />;
  if (!before.data || !after.data) return <p className="quiet" role="status">…</p>;
  const [was, is] = [before.data.answers, after.data.answers];
  const changed = book.form.sections.flatMap(({ key, title, questions }) =>
    questions.filter((question) => !same(was[key]?.[question.key], is[key]?.[question.key])).map((question) => ({ section: title, question, before: was[key]?.[question.key], after: is[key]?.[question.key] })));
  if (changed.length === 0) return <p role="status">{t('no_difference')}</p>;
  return (
    <>
      <p role="status">{t('differences', { count: changed.length })}</p>
      {changed.map((one) => (
        <Changed key={one.question.key} {...one} book={book} files={files} />
      ))}
    </>
  );
}

interface ChangedProps {
  readonly section: { readonly zh: string; readonly en: string };
  readonly question: RulebookQuestion;
  readonly before: unknown;
  readonly after: unknown;
  readonly book: Rulebook;
  readonly files: readonly DocumentView[];
}

function Changed({ section, question, before, after, book, files }: ChangedProps) {
  const t = useTexts(togetherTexts);
  const say = useSay();
  const isText = (question.kind === 'short_text' || question.kind === 'long_text') && [before, after].every((answer) => answer === undefined || typeof answer === 'string');
  return (
    <section className="version-diff">
      <h2>
        <span className="quiet">{say(section)} · </span>
        {say(question.title)}
      </h2>
      <div className="two">
        <div>
          <h3>{t('older')}</h3>
          {isText ? <Text before={before as string | undefined} after={after as string | undefined} side="before" /> : <AnswerShown question={question} answer={before} book={book} files={files} />}
        </div>
        <div>
          <h3>{t('newer')}</h3>
          {isText ? <Text before={before as string | undefined} after={after as string | undefined} side="after" /> : <AnswerShown question={question} answer={after} book={book} files={files} />}
        </div>
      </div>
    </section>
  );
}

interface TextProps {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly side: 'before' | 'after';
}

/** Letter by letter, for Chinese has no spaces between its words. */
function Text({ before = '', after = '', side }: TextProps) {
  const parts = useMemo(() => (before.length + after.length > MOST_LETTERS ? [{ value: before, removed: true, added: false }, { value: after, removed: false, added: true }] : diffChars(before, after)), [before, after]);
  return (
    <p className="answer-text">
      {parts.map(({ value, added, removed }, at) => {
        if (side === 'before') return added ? null : removed ? <del key={at}>{value}</del> : <Fragment key={at}>{value}</Fragment>;
        return removed ? null : added ? <ins key={at}>{value}</ins> : <Fragment key={at}>{value}</Fragment>;
      })}
    </p>
  );
}
