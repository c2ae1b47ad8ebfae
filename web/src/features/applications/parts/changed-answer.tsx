import { diffChars } from 'diff';
import { Fragment, useMemo } from 'react';
import type { DocumentView, Rulebook, RulebookQuestion } from '../../../api/index.js';
import { useSay } from '../../../ui/index.js';
import { AnswerShown } from './answer-shown.js';
import './changed-answer.css';

/** Longer texts are compared by their lines: letter by letter would take seconds. */
const MOST_LETTERS = 20_000;

interface TwoAnswersProps {
  readonly question: RulebookQuestion;
  readonly before: unknown;
  readonly after: unknown;
  /** What the two sides are called. */
  readonly names: readonly [before: string, after: string];
  readonly book: Rulebook;
  readonly files: readonly DocumentView[];
}

/** Two answers to one question side by side; what differs in a text is marked in it. */
export function TwoAnswers({ question, before, after, names, book, files }: TwoAnswersProps) {
  const isText = (question.kind === 'short_text' || question.kind === 'long_text') && typeof before === 'string' && typeof after === 'string' && before !== '' && after !== '';
  return (
    <div className="two-answers">
      {[before, after].map((answer, side) => (
        <div key={names[side]}>
          <h3>{names[side]}</h3>
          {isText ? <Text before={before} after={after} side={side === 0 ? 'before' : 'after'} /> : <AnswerShown question={question} answer={answer} book={book} files={files} />}
        </div>
      ))}
    </div>
  );
}

interface ChangedAnswerProps extends TwoAnswersProps {
  readonly section: { readonly zh: string; readonly en: string };
}

/** One question that was answered differently, under its own name. */
export function ChangedAnswer({ section, ...answers }: ChangedAnswerProps) {
  const say = useSay();
  return (
    <section className="changed-answer">
      <h2>
        <span className="quiet">{say(section)} · </span>
        {say(answers.question.title)}
      </h2>
      <TwoAnswers {...answers} />
    </section>
  );
}

interface TextProps {
  readonly before: string;
  readonly after: string;
  readonly side: 'before' | 'after';
}

/** Letter by letter, for Chinese has no spaces between its words. */
function Text({ before, after, side }: TextProps) {
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
