import { boundKey } from './bound-key.js';
import { languageTag, storedLanguage } from './language.js';
import { Problem, readProblem, Unreachable } from './problem.js';
import { learnServerTime } from './server-clock.js';

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface CallOptions {
  readonly query?: Query;
  /** Becomes the JSON body. */
  readonly body?: unknown;
  /** The version that the caller has seen; the server answers 412 when it is no longer the newest. */
  readonly ifMatch?: string;
  /** Give the same key again when a command is repeated after a lost answer; it holds for the same content. POST gets a fresh one by default. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface Answer<T> {
  readonly body: T;
  /** To be given back as `ifMatch`. */
  readonly etag: string | null;
  readonly status: number;
}

let csrfToken = '';
const signOutListeners = new Set<() => void>();

/** The token of the present session; sent with every call that writes. */
export function keepCsrfToken(token: string): void {
  csrfToken = token;
}

/** Hears when the server says that nobody is signed in any more. Returns how to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  signOutListeners.add(listener);
  return () => signOutListeners.delete(listener);
}

/** A random key that binds the repeats of one command together; works outside secure contexts too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The headers that every call carries, by method. Also used where `fetch` cannot be (uploads with progress). */
export function callHeaders(method: string, idempotencyKey?: string): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': languageTag(storedLanguage()) });
  if (method !== 'GET' && method !== 'HEAD') headers.set('X-CSRF-Token', csrfToken);
  if (method === 'POST') headers.set('Idempotency-Key', idempotencyKey ?? newIdempotencyKey());
  return headers;
}

/**
 * `fetch` with the house rules: language, CSRF token, idempotency key, server time; throws `Problem` for a refusal
 * and `Unreachable` when no answer came. The generated client is configured with it.
 */
export async function houseFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const request = new Request(input, init);
  await bindKey(request);
  callHeaders(request.method).forEach((value, name) => {
    // A call without cookies is nobody's: neither the session's token nor a key goes with it.
    if (request.credentials === 'omit' && (name === 'x-csrf-token' || name === 'idempotency-key')) return;
    if (!request.headers.has(name) || name === 'accept') request.headers.set(name, value);
  });
  const sentAt = Date.now();
  const response = await reach(request);
  learnServerTime(response.headers, sentAt, Date.now());
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem.status === 401) signOutListeners.forEach((listener) => listener());
  throw problem;
}

/** A key that was given goes with what it is given for; without one the call gets a fresh one, which needs no mark. */
async function bindKey(request: Request): Promise<void> {
  const key = request.headers.get('Idempotency-Key');
  if (key) request.headers.set('Idempotency-Key', boundKey(key, `${request.url} ${await request.clone().text()}`));
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new Unreachable('no answer', { cause });
  }
}

/** One call, with its version tag. */
export async function ask<T>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
  const headers = new Headers();
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.ifMatch !== undefined) headers.set('If-Match', options.ifMatch);
  if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey);
  const response = await houseFetch(path + queryString(options.query), {
    method,
    headers,
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return { body: await readJson<T>(response), etag: response.headers.get('ETag'), status: response.status };
}

const bodyOf = async <T>(answer: Promise<Answer<T>>): Promise<T> => (await answer).body;

/** JSON over HTTP for people in a hurry; `ask` gives the version tag too. */
export const http = {
  get: <T>(path: string, options?: CallOptions) => bodyOf(ask<T>('GET', path, options)),
  post: <T>(path: string, body?: unknown, options?: CallOptions) => bodyOf(ask<T>('POST', path, { ...options, body })),
  put: <T>(path: string, body?: unknown, options?: CallOptions) => bodyOf(ask<T>('PUT', path, { ...options, body })),
  patch: <T>(path: string, body?: unknown, options?: CallOptions) => bodyOf(ask<T>('PATCH', path, { ...options, body })),
  remove: <T>(path: string, options?: CallOptions) => bodyOf(ask<T>('DELETE', path, options)),
};

function queryString(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) value.forEach((one: string) => parameters.append(name, one));
    else if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const written = parameters.toString();
  return written ? `?${written}` : '';
}

async function readJson<T>(response: Response): Promise<T> {
  if (response.status === 204 || !(response.headers.get('Content-Type') ?? '').includes('json')) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch {
    throw new Problem(response.status, 'unreadable_answer', '');
  }
}
