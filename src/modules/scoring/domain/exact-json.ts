import { canonicalJson } from '#libs/canonical-json';

/** The canonical JSON of what is scored. @throws RangeError for a fraction: scores travel as decimal strings */
export function exactJson(value: unknown): string {
  refuseFractions(value);
  return canonicalJson(value);
}

function refuseFractions(value: unknown): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`${value} has no canonical form; write it as a decimal string`);
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseFractions);
}
