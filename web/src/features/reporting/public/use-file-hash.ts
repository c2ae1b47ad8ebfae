import { useState } from 'react';
import type { HeldReceiptBody } from '../../../api/index.js';
import { scoreReceiptIn } from './score-receipt.js';

/** The browser digests a file as a whole, so it must fit the memory of a phone. */
const MOST_BYTES = 512 * 1024 * 1024;

export type FileHash =
  | { readonly state: 'none' }
  | { readonly state: 'computing' | 'too_large' | 'unreadable'; readonly name: string }
  | { readonly state: 'done' | 'receipt'; readonly name: string };

/** Browsers compute hashes on secure addresses only. */
export const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;

/** Computes the SHA-256 of a chosen file on the device; the file is sent nowhere. Of the receipt of a score sheet its proof is checked instead. */
export function useFileHash(onHash: (hash: string) => void, onReceipt: (receipt: HeldReceiptBody) => void): { file: FileHash; take: (file: File) => Promise<void>; forget: () => void } {
  const [file, setFile] = useState<FileHash>({ state: 'none' });
  const take = async (chosen: File) => {
    const { name } = chosen;
    if (chosen.size > MOST_BYTES) return setFile({ state: 'too_large', name });
    const { receipt, commitment } = await scoreReceiptIn(chosen);
    if (receipt ?? commitment) setFile({ state: 'receipt', name });
    if (receipt) return onReceipt(receipt);
    if (commitment) return onHash(commitment);
    setFile({ state: 'computing', name });
    try {
      const digest = await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer());
      setFile({ state: 'done', name });
      onHash(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
    } catch {
      setFile({ state: 'unreadable', name });
    }
  };
  return { file, take, forget: () => setFile({ state: 'none' }) };
}
