import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/canonical-json';

/** SHA-256 of the canonical JSON, 64 hexadecimal digits: equal for equal rulebooks, whatever the order of their keys. */
export function rulebookHash(rulebook: unknown): string {
  return createHash('sha256').update(canonicalJson(rulebook), 'utf8').digest('hex');
}
