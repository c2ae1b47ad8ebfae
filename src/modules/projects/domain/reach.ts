import { say, type Sentence } from '#libs/errors';
import type { ApplicationForm } from '#modules/calls';

export const REACH_KEYS = ['direct', 'indirect', 'women', 'children', 'families', 'personTimes'] as const;
export type ReachKey = (typeof REACH_KEYS)[number];

/** How many a project means to reach, or has reached since its beginning. Persons and person-times never mix. */
export type Reach = Readonly<Partial<Record<ReachKey, number>>>;

export const REACH_WORDS: Record<ReachKey, Sentence> = {
  direct: say('直接受益人数', 'Direct beneficiaries'),
  indirect: say('间接受益人数', 'Indirect beneficiaries'),
  women: say('其中妇女', 'Women among them'),
  children: say('其中儿童', 'Children among them'),
  families: say('受益家庭数', 'Families'),
  personTimes: say('服务人次', 'Person-times of service'),
};

/** What the application planned: its answer to the form's question about beneficiaries. */
export function plannedReach({ sections }: ApplicationForm, answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Reach {
  const places = sections.flatMap(({ key, questions }) => questions.filter(({ kind }) => kind === 'beneficiaries').map((question) => answers[key]?.[question.key]));
  const answer = places.find((each) => typeof each === 'object' && each !== null) as Record<string, unknown> | undefined;
  return Object.fromEntries(REACH_KEYS.flatMap((key) => (typeof answer?.[key] === 'number' ? [[key, answer[key]]] : [])));
}
