import { createHash } from 'node:crypto';

/** domain.md section 12, item 7: the first ten and at least 15 % of the rest; above 5 % of errors, everything. */
export const RECHECK = { first: 10, shareOfRest: 0.15, errorsAbove: 0.05 } as const;

export interface RankedId {
  readonly applicationId: string;
  readonly rank: number | null;
}

/** Which applications are to be looked at again. The rest is drawn by the hash of the sealed ranking, so that everybody can repeat it. */
export function recheckSample(results: readonly RankedId[], hash: string): { readonly first: string[]; readonly drawn: string[] } {
  const ranked = results.filter(({ rank }) => rank !== null);
  const first = ranked.filter(({ rank }) => rank! <= RECHECK.first).map(({ applicationId }) => applicationId);
  const rest = ranked.filter(({ rank }) => rank! > RECHECK.first).map(({ applicationId }) => applicationId);
  const count = Math.ceil(rest.length * RECHECK.shareOfRest);
  const lot = (id: string) => createHash('sha256').update(`${hash}|${id}`).digest('hex');
  const drawn = rest.map((id) => ({ id, lot: lot(id) })).sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, count).map(({ id }) => id);
  return { first: first.sort(), drawn: drawn.sort() };
}

export type RecheckVerdict = 'open' | 'sound' | 'everything';

/** What follows from what was found: nothing yet, nothing more, or that all the rest is looked at too. */
export function recheckVerdict(sample: readonly string[], everything: readonly string[], found: ReadonlyMap<string, 'same' | 'error'>): RecheckVerdict {
  const checked = sample.filter((id) => found.has(id));
  if (checked.length < sample.length) return 'open';
  const errors = sample.filter((id) => found.get(id) === 'error').length;
  if (errors <= sample.length * RECHECK.errorsAbove) return 'sound';
  return everything.every((id) => found.has(id)) ? 'sound' : 'everything';
}
