import type { Answers } from './form/answers.js';

/** Where an answer came from that nobody typed here: the organisation's profile, that of its host, which is named, or an earlier application of it. */
export type Origin =
  | { readonly kind: 'profile'; readonly at: string; readonly organisationName?: string }
  | { readonly kind: 'earlier'; readonly at: string; readonly applicationId: string; readonly projectName: string };

/** By `section.question`. `at`: the instant of the profile or of the earlier answer. */
export type Origins = Readonly<Record<string, Origin>>;

/** An answer that somebody has changed is her own from then on. */
export function withoutChanged(origins: Origins, before: Answers, after: Answers): Origins {
  const at = (answers: Answers, path: string): string => {
    const [section = '', question = ''] = path.split('.');
    return JSON.stringify(answers[section]?.[question] ?? null);
  };
  const kept = Object.entries(origins).filter(([path]) => at(before, path) === at(after, path));
  return kept.length === Object.keys(origins).length ? origins : Object.fromEntries(kept);
}
