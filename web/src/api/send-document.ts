import { http, houseFetch, newIdempotencyKey } from './client.js';
import type { DocumentView, UploadView } from './generated/index.js';
import { Problem, Unreachable } from './problem.js';
import { uploadFile } from './upload.js';

export interface SendOptions {
  /** The same key for every attempt to send this file: a lost answer never makes two documents of it. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Hears the share sent, 0 to 1, and whether the connection is lost at present. */
  readonly onProgress?: (share: number, waiting: boolean) => void;
}

const PART = 1_048_576;
const LONGEST_WAIT_MS = 15_000;

/**
 * Hands in one file. Where the connection is lost it waits and goes on by itself, as long as the page is open: a short file is sent again under the
 * same key, a long one continues after the last part that arrived. Throws what the server refuses.
 */
export function sendDocument(file: File, options: SendOptions = {}): Promise<DocumentView> {
  return file.size > PART ? inParts(file, options) : inOne(file, options);
}

function inOne(file: File, { key = newIdempotencyKey(), signal, onProgress }: SendOptions): Promise<DocumentView> {
  const send = () => uploadFile<DocumentView>('/api/documents', file, { idempotencyKey: key, onProgress: (share) => onProgress?.(share, false), ...(signal ? { signal } : {}) });
  return untilAnswered(send, () => onProgress?.(0, true), signal);
}

async function inParts(file: File, { key = newIdempotencyKey(), signal, onProgress }: SendOptions): Promise<DocumentView> {
  let received = 0;
  const lost = () => onProgress?.(received / file.size, true);
  const asked = <T>(ask: () => Promise<T>) => untilAnswered(ask, lost, signal);
  const { id } = await asked(() => http.post<UploadView>('/api/uploads', { name: file.name, bytes: file.size }, { idempotencyKey: key }));
  // An attempt before this one may have brought some of it.
  received = (await asked(() => http.get<UploadView>(`/api/uploads/${id}`))).received;
  while (received < file.size) {
    onProgress?.(received / file.size, false);
    received = (await asked(() => sendPart(id, received, file.slice(received, received + PART), signal))).received;
  }
  onProgress?.(1, false);
  return asked(() => http.post<DocumentView>(`/api/uploads/${id}/completion`));
}

async function sendPart(id: string, start: number, part: Blob, signal?: AbortSignal): Promise<UploadView> {
  const answer = await houseFetch(`/api/uploads/${id}/parts/${start}`, { method: 'PUT', body: part, headers: { 'Content-Type': 'application/octet-stream' }, ...(signal ? { signal } : {}) });
  return (await answer.json()) as UploadView;
}

/** Asks until an answer comes, at growing intervals or as soon as the browser is online again. */
async function untilAnswered<T>(ask: () => Promise<T>, lost: () => void, signal?: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isLost(error) || signal?.aborted) throw error;
      lost();
      await pause(Math.min(1_000 * 2 ** attempt, LONGEST_WAIT_MS));
    }
  }
}

/** No answer at all, or a gateway's word that the server behind it is away. */
const isLost = (error: unknown): boolean => error instanceof Unreachable || (error instanceof Problem && [502, 503, 504].includes(error.status));

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
  });
}
