import { houseFetch } from './client.js';
import type { CreateClientConfig } from './generated/client.gen.js';

/** What every generated call goes by: our `fetch`, whose refusals are `Problem`s, and bodies instead of envelopes. */
export const createClientConfig: CreateClientConfig = (config) => ({
  ...config,
  baseUrl: '',
  credentials: 'same-origin',
  fetch: houseFetch,
  responseStyle: 'data',
  throwOnError: true,
});
