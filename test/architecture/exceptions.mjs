/** The one list of files that may be larger or more branched than the rest, each with its reason: `{ file, rules, why }`. */
export const exceptions = [
  { file: 'scripts/verify-ranking.mjs', rules: ['max-lines'], why: 'a stranger downloads, reads and runs this one file; in two it could not be run alone' },
];
