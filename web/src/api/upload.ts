import { callHeaders } from './client.js';
import { Problem, readProblem, Unreachable } from './problem.js';

export interface UploadOptions {
  /** The form field that carries the file. */
  readonly field?: string;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Hears the share sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Sends one file as multipart form data. XMLHttpRequest, because `fetch` cannot tell how much has been sent. */
export function uploadFile<T>(path: string, file: File, options: UploadOptions = {}): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', path);
    callHeaders('POST', options.idempotencyKey).forEach((value, name) => call.setRequestHeader(name, value));
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    call.onerror = () => reject(new Unreachable('no answer'));
    call.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    call.onload = () => void settle<T>(call).then(resolve, reject);
    options.signal?.addEventListener('abort', () => call.abort());
    const form = new FormData();
    form.append(options.field ?? 'file', file);
    call.send(form);
  });
}

async function settle<T>(call: XMLHttpRequest): Promise<T> {
  if (call.status < 200 || call.status > 299) throw await readProblem(new Response(call.responseText, { status: call.status }));
  try {
    return JSON.parse(call.responseText) as T;
  } catch {
    throw new Problem(call.status, 'unreadable_answer', '');
  }
}
