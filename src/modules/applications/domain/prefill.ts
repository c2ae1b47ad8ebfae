import type { Category, FormSection, PrefillKey, Question } from '#modules/calls';
import { checkAnswer } from './form/check-answer.js';
import { answerTo, isBlank, type Answers } from './form/answers.js';
import type { Origin, Origins } from './origins.js';

/** Answers that somebody has given before, with where they came from. */
export interface Prefilled {
  readonly answers: Answers;
  readonly origins: Origins;
}

/** What the profile of an organisation knows. */
export interface ProfileFacts {
  readonly name: string;
  readonly creditCode: string | null;
  readonly registeredOn: string | null;
  readonly address: string;
  readonly profile: string;
  readonly legalRepresentative: string;
  /** Whose registration it is where it is not the applicant's own: of a group without one, its host's. */
  readonly registeredAs?: string;
}

/** An application from before, whose answers may serve again. */
export interface EarlierAnswers {
  readonly id: string;
  readonly projectName: string;
  readonly answers: Answers;
  readonly at: Date;
}

interface Form {
  readonly sections: readonly FormSection[];
  readonly categories: readonly Category[];
}

const OF_REGISTRATION: readonly PrefillKey[] = ['organisation.uscc', 'organisation.registeredOn'];

const FILLS: Partial<Record<PrefillKey, (profile: ProfileFacts) => unknown>> = {
  'organisation.name': ({ name }) => name,
  'organisation.uscc': ({ creditCode }) => creditCode ?? undefined,
  'organisation.registeredOn': ({ registeredOn }) => registeredOn ?? undefined,
  'organisation.address': ({ address }) => address,
  'organisation.profile': ({ profile }) => profile,
  'organisation.legalRepresentative': ({ legalRepresentative }) => legalRepresentative,
};

/** Files belong to the application they were handed in for, and last year's days are over. */
const NEVER_COPIED: readonly Question['kind'][] = ['file', 'date'];
/** Answers that this form could not even show. */
const UNUSABLE: readonly string[] = ['wrong_form', 'option_unknown', 'category_closed'];

/**
 * What can be filled in before anybody types. What the profile knows goes before what was once answered; a choice is left to the applicant
 * where only the profile could fill it, for the options of a form are its own.
 * @param takenAt the present: from then on the profile may change without the draft
 */
export function prefill({ sections, categories }: Form, profile: ProfileFacts, takenAt: Date, earlier: EarlierAnswers | null): Prefilled {
  const answers: Record<string, Record<string, unknown>> = {};
  const origins: Record<string, Origin> = {};
  for (const { key, questions } of sections) {
    answers[key] = {};
    for (const question of questions) {
      const found = fromProfile(question, profile, takenAt) ?? (earlier && fromEarlier(question, categories, earlier));
      if (!found) continue;
      answers[key][question.key] = found.answer;
      origins[`${key}.${question.key}`] = found.origin;
    }
  }
  return { answers, origins };
}

export interface Found {
  readonly answer: unknown;
  readonly origin: Origin;
}

/** What the profile answers to the question; null where it knows nothing of it. */
export function fromProfile({ kind, prefill: source }: Question, profile: ProfileFacts, at: Date): Found | null {
  const answer = kind === 'choice' || source === undefined ? undefined : FILLS[source]?.(profile);
  if (source === undefined || answer === undefined) return null;
  const lent = profile.registeredAs !== undefined && OF_REGISTRATION.includes(source);
  return { answer, origin: { kind: 'profile', at: at.toISOString(), ...(lent ? { organisationName: profile.registeredAs } : {}) } };
}

function fromEarlier(question: Question, categories: readonly Category[], { id, projectName, answers, at }: EarlierAnswers): Found | null {
  const answer = NEVER_COPIED.includes(question.kind) ? undefined : answerTo(answers, question.key);
  if (isBlank(answer) || [...checkAnswer(question, answer, categories)].some(({ code }) => UNUSABLE.includes(code))) return null;
  return { answer, origin: { kind: 'earlier', at: at.toISOString(), applicationId: id, projectName } };
}
