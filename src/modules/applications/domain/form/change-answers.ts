import { invalid, say } from '#libs/errors';
import { isBlank, type Answers } from './answers.js';

/** New answers by section and question; null or nothing takes an answer away. What is not named stays. */
export type AnswerChanges = Answers;

/** The answers as they are after the changes; sections that are not named are the very same objects. @throws DomainError `section_invalid` */
export function changeAnswers(before: Answers, changes: AnswerChanges): Answers {
  const changed = Object.entries(changes).map(([section, given]): [string, Answers[string]] => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) throw invalid('section_invalid', say('“{section}”须为按问题填写的答案，没有保存', '"{section}" must hold answers by question; nothing was saved'), { section });
    const merged = Object.entries({ ...before[section], ...given }).filter(([question, answer]) => !(question in given && isBlank(answer)));
    return [section, Object.fromEntries(merged)];
  });
  return { ...before, ...Object.fromEntries(changed) };
}
