/**
 * Where the run of characters begins with which a text ends; its length when it ends with none of them. `/x+$/` would try every run of
 * them from each of its characters, which takes a hostile text the square of its length.
 * @param one matches a single character
 */
export function startOfTail(text: string, one: RegExp): number {
  let start = text.length;
  while (start > 0 && one.test(text.charAt(start - 1))) start -= 1;
  return start;
}
