/** What was pasted, as a hash is written: without the spaces, line ends and colons that come along when copying. */
export function plainHash(text: string): string {
  return text.normalize('NFKC').replace(/^\s*sha-?256\s*[:：]?/i, '').replace(/[\s:\-]/g, '').toLowerCase();
}

export type HashFault = 'short' | 'other';

/** Why it cannot be a SHA-256, or null when it can. */
export function hashFault(hash: string): HashFault | null {
  if (/[^0-9a-f]/.test(hash)) return 'other';
  return hash.length === 64 ? null : 'short';
}
