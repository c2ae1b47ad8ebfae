import { Problem } from '../api/problem.js';
import type { Role } from '../api/session.js';
import type { Feature, NavEntry, SearchHit } from '../ui/feature.js';

/** Every `features/<name>/feature.ts`, found at build time: a new room needs no change here. */
const found = import.meta.glob<Feature>('../features/*/feature.ts', { eager: true, import: 'default' });

export const features: readonly Feature[] = Object.values(found);

const MOST_ENTRIES = 7;

export function gather<K extends 'public' | 'judge' | 'desk' | 'front' | 'home' | 'judgeHome' | 'recordTabs'>(kind: K): NonNullable<Feature[K]>[number][] {
  return features.flatMap((feature) => (feature[kind] ?? []) as NonNullable<Feature[K]>[number][]);
}

/** The left navigation of somebody with these roles: at most seven entries, home included. */
export function entriesFor(roles: readonly Role[]): NavEntry[] {
  const entries = features.flatMap((feature) => feature.nav ?? []);
  // Whoever holds no role yet has registered to apply: founding an organisation makes her an applicant.
  const held: readonly Role[] = roles.length === 0 ? ['applicant'] : roles;
  const mine = entries.filter((entry) => entry.roles.some((role) => held.includes(role)));
  const once = new Map(mine.sort((a, b) => a.order - b.order).map((entry) => [entry.to, entry]));
  return [...once.values()].slice(0, MOST_ENTRIES - 1);
}

/** The answers of all rooms; one that fails leaves the others standing. Where none answers the failure is told: it is no empty result. */
export async function searchEverywhere(query: string): Promise<SearchHit[]> {
  const answers = await Promise.allSettled(features.flatMap((feature) => (feature.search ? [feature.search(query)] : [])));
  const broken = answers.find((answer) => answer.status === 'rejected' && !isRefusal(answer.reason));
  if (broken?.status === 'rejected' && !answers.some(({ status }) => status === 'fulfilled')) throw broken.reason;
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}

/** A room in which the reader may not search. */
const isRefusal = (error: unknown): boolean => error instanceof Problem && error.status === 403;
