import type { PreferenceKind, PreferenceRule } from '#modules/calls';
import type { ApplicantFacts } from './applicant-facts.js';
import { wonLastYear } from './record-tests.js';
import { atLeast } from './standing-tests.js';

type Test = (preference: PreferenceRule, facts: ApplicantFacts) => boolean;

const TESTS: Partial<Record<PreferenceKind, Test>> = {
  party_organisation: (_, { organisation }) => organisation.partyOrganisation,
  womens_federation_body: (_, { organisation }) => organisation.federationBody,
  grade: ({ minGrade = '3A' }, { organisation: { grade } }) => grade !== null && atLeast(grade, minGrade),
  matching: ({ minPercent = 20 }, { figures }) => figures.totalFen > 0 && figures.matchingFen * 100 >= figures.totalFen * minPercent,
  social_worker_licence: (_, { organisation }) => organisation.socialWorkers > 0,
  last_year_winner: (_, { awards, today }) => wonLastYear(awards, today),
};

/** The preferences (同等条件下优先) that the platform itself can tell are met; what needs a person is recorded at screening. */
export const preferencesMet = (preferences: readonly PreferenceRule[], facts: ApplicantFacts): string[] =>
  preferences.filter((preference) => TESTS[preference.kind]?.(preference, facts) ?? false).map(({ key }) => key);
