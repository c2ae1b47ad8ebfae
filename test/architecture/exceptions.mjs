/** The one list of files that may be larger or more branched than the rest, each with its reason. */
export const exceptions = [];
