/** No honest client nests deeper; what walks a value by calling itself would fall over one that does. */
const MAX_DEPTH = 64;

/** Whether something is nested beyond what any body of ours holds. Walks without calling itself. */
export function isTooDeep(value: unknown, limit = MAX_DEPTH): boolean {
  let layer = [value];
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > limit) return true;
    layer = layer.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  return false;
}

const isSoundText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

const isSoundLeaf = (part: unknown): boolean => (typeof part === 'string' ? isSoundText(part) : typeof part !== 'number' || Number.isFinite(part));

/** Whether PostgreSQL can keep it as it came: no NUL, no half of a character, in keys as in texts, and no number beyond all numbers. */
export function isSoundJson(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (!isSoundLeaf(part)) return false;
    if (typeof part !== 'object' || part === null) continue;
    if (!Object.keys(part).every(isSoundText)) return false;
    waiting.push(...Object.values(part));
  }
  return true;
}
