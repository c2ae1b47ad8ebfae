import type { HeldReceiptBody } from '../../../api/index.js';

const HASH = /^[0-9a-f]{64}$/;
const MOST_BYTES = 64 * 1024;

const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The receipt of a score sheet out of what a judge has downloaded; null for anything else, and for one without its proof. */
export function readScoreReceipt(text: string): HeldReceiptBody | null {
  try {
    const { number, submittedAt, commitment, leafId, index, size, leafHash, root, path } = JSON.parse(text) as Record<string, unknown>;
    if (!isText(number) || !isText(submittedAt) || !isText(leafId) || !isHash(commitment) || !isHash(leafHash) || !isHash(root)) return null;
    if (!isCount(index) || !isCount(size) || !Array.isArray(path) || !path.every(isHash)) return null;
    return { number, submittedAt, commitment, leafId, index, size, leafHash, root, path };
  } catch {
    return null;
  }
}

/** Downloaded within a minute of handing in, a receipt has no proof yet; its commitment can be looked up all the same. */
function readCommitment(text: string): string | null {
  try {
    const { commitment, leafId } = JSON.parse(text) as Record<string, unknown>;
    return isHash(commitment) && isText(leafId) ? commitment : null;
  } catch {
    return null;
  }
}

export interface InFile {
  readonly receipt: HeldReceiptBody | null;
  readonly commitment: string | null;
}

/** Only a small file can be one; a large one is not even read. */
export async function scoreReceiptIn(file: File): Promise<InFile> {
  const text = file.size > MOST_BYTES ? '' : await file.text().catch(() => '');
  return { receipt: readScoreReceipt(text), commitment: readCommitment(text) };
}
