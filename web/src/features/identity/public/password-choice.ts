/** The shortest password of each realm, as the server has it. */
export const MIN_LENGTH = { applicant: 10, staff: 12 } as const;

/** In code points, as the server counts. */
export const lengthOf = (password: string): number => [...password].length;
