import type { Question, Rulebook } from '#modules/calls';
import { answerTo, type Answers } from './answers.js';

/** Whom an application names: its leader and its team, each once. */
export function peopleNamed({ form }: Pick<Rulebook, 'form'>, answers: Answers): string[] {
  const questions = form.sections.flatMap((section) => section.questions);
  return [...new Set(questions.flatMap((question) => namesIn(question, answerTo(answers, question.key))))];
}

function namesIn({ kind, prefill }: Question, answer: unknown): string[] {
  if (prefill === 'leader.name') return named(answer);
  return kind === 'team' && Array.isArray(answer) ? answer.flatMap((row: { readonly name?: unknown } | null) => named(row?.name)) : [];
}

const named = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []);
