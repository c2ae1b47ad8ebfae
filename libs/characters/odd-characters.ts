/** Characters that nobody sees: joiners, direction marks, fillers. */
const HIDDEN = /[\p{Cf}\u115f\u1160\u3164\uffa0]/u;
/** Letters that Chinese names hold only by mistake or on purpose: they look like Latin ones. */
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const OWN = /[\p{Script=Han}\p{Script=Latin}]/u;

export interface OddCharacters {
  readonly hidden: boolean;
  /** Cyrillic and Greek letters among Han or Latin ones, each once. */
  readonly foreign: readonly string[];
}

/** What stands in a name that a reader could not tell from what she thinks she reads. */
export function oddCharacters(name: string): OddCharacters {
  return { hidden: HIDDEN.test(name), foreign: OWN.test(name) ? [...new Set(name.match(FOREIGN) ?? [])] : [] };
}

export const isOdd = ({ hidden, foreign }: OddCharacters): boolean => hidden || foreign.length > 0;
