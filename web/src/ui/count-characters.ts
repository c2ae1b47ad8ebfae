/**
 * Length in 字: a Han character, a mark or a symbol is one; a run of Latin letters or digits is one; white space is none.
 * The server counts with this same rule; a test compares the two.
 */
export function countCharacters(text: string): number {
  return text.match(/[\p{Script=Latin}\p{Nd}]+|[^\s\p{Script=Latin}\p{Nd}]/gu)?.length ?? 0;
}
