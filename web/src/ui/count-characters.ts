/**
 * Length in 字: a Han character, a mark or a symbol is one; a run of Latin letters or digits is one; white space and what cannot be seen
 * (accents put over a letter, joiners, direction marks) is none. The server counts with this same rule, and a test runs both on the
 * same vectors.
 */
export function countCharacters(text: string): number {
  return text.match(/[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}\p{Cf}]*|[^\s\p{Script=Latin}\p{Nd}\p{M}\p{Cf}]/gu)?.length ?? 0;
}
