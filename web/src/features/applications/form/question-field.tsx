import { memo, type ComponentType } from 'react';
import type { FaultView, RulebookQuestion } from '../../../api/index.js';
import type { AnswerProps } from './answers/answer-props.js';
import { BudgetAnswer } from './answers/budget-answer.js';
import { ChoiceAnswer } from './answers/choice-answer.js';
import { FileAnswer } from './answers/file-answer.js';
import { PeopleAnswer } from './answers/people-answer.js';
import { DateAnswer, MoneyAnswer, NumberAnswer } from './answers/plain-answer.js';
import { TableAnswer, TeamAnswer } from './answers/table-answer.js';
import { LongTextAnswer, ShortTextAnswer } from './answers/text-answer.js';
import { isMissing } from './faults.js';
import { useAnswered, useVisible } from './form-context.js';

const ANSWERS: { [K in RulebookQuestion['kind']]: ComponentType<AnswerProps<K>> } = {
  short_text: ShortTextAnswer,
  long_text: LongTextAnswer,
  number: NumberAnswer,
  money: MoneyAnswer,
  choice: ChoiceAnswer,
  date: DateAnswer,
  table: TableAnswer,
  team: TeamAnswer,
  beneficiaries: PeopleAnswer,
  budget: BudgetAnswer,
  file: FileAnswer,
};

interface QuestionFieldProps {
  readonly section: string;
  readonly question: RulebookQuestion;
  readonly faults: readonly FaultView[];
  /** Tell also what has not been answered at all. */
  readonly strict: boolean;
  readonly readOnly: boolean;
}

/** One question, drawn again only when its own faults or what it depends on change. */
export const QuestionField = memo(
  function QuestionField({ section, question, faults, strict, readOnly }: QuestionFieldProps) {
    const visible = useVisible(question.visibleWhen);
    const unanswered = faults.find(({ code, path }) => code === 'answer_missing' && path === `${section}.${question.key}`);
    // The server says so at the next save only; whoever has just filled it in must not read on that it is missing.
    const answered = useAnswered(question, `${section}.${question.key}`, unanswered !== undefined);
    if (!visible) return null;
    const Answer = ANSWERS[question.kind] as ComponentType<AnswerProps>;
    const told = faults.filter((fault) => (strict || !isMissing(fault)) && !(answered && fault === unanswered));
    return <Answer section={section} question={question} path={`${section}.${question.key}`} faults={told} readOnly={readOnly} />;
  },
  (before, after) => before.question === after.question && before.strict === after.strict && before.readOnly === after.readOnly && sameFaults(before.faults, after.faults),
);

function sameFaults(one: readonly FaultView[], other: readonly FaultView[]): boolean {
  return one.length === other.length && one.every((fault, at) => fault.path === other[at]?.path && fault.sentence.zh === other[at].sentence.zh && fault.severity === other[at].severity);
}
