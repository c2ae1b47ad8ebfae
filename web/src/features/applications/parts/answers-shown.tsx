import type { ReactNode } from 'react';
import type { DocumentView, FaultView, Rulebook } from '../../../api/index.js';
import { useSay } from '../../../ui/index.js';
import { answerIn, isVisible, sectionCondition, type Answers } from '../form/conditions.js';
import { FaultLines } from '../form/answers/question-frame.js';
import { AnswerShown } from './answer-shown.js';

interface AnswersShownProps {
  readonly book: Pick<Rulebook, 'form' | 'categories' | 'budget'>;
  readonly answers: Answers;
  readonly files: readonly DocumentView[];
  /** What is wrong, shown at the answer that it is about. */
  readonly faults?: readonly FaultView[];
  /** Beside the title of a section: a way back to its fields. */
  readonly beside?: (section: string) => ReactNode;
}

/** The whole form as it is read: what does not show is not there. */
export function AnswersShown({ book, answers, files, faults = [], beside }: AnswersShownProps) {
  const say = useSay();
  const answerTo = answerIn(answers);
  return (
    <div className="answers-shown">
      {book.form.sections
        .filter((section) => isVisible({ visibleWhen: sectionCondition(section, book) }, answerTo))
        .map((section, index) => (
          <section key={section.key} aria-labelledby={`shown-${section.key}`}>
            <div className="shown-head">
              <h2 id={`shown-${section.key}`}>
                {index + 1} {say(section.title)}
              </h2>
              {beside?.(section.key)}
            </div>
            <FaultLines id={`shown-${section.key}`} faults={faults.filter(({ path }) => path === section.key)} />
            {section.questions
              .filter((question) => isVisible(question, answerTo))
              .map((question) => (
                <div key={question.key} className="shown">
                  <h3>{say(question.title)}</h3>
                  <AnswerShown question={question} answer={answers[section.key]?.[question.key]} book={book} files={files} />
                  <FaultLines id={`shown-${section.key}.${question.key}`} faults={faults.filter(({ path }) => path === `${section.key}.${question.key}` || path.startsWith(`${section.key}.${question.key}.`))} />
                </div>
              ))}
          </section>
        ))}
    </div>
  );
}
