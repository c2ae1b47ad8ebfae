/** The one list of files that may be larger or more branched than the rest, each with its reason: `{ file, rules, why }`. */
export const exceptions = [];
