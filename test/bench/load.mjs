import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/**
 * Sends one request and reads the whole answer. `sentAt` is when the last of it was handed to the network, not when it began to wait for a
 * connection.
 * @returns {Promise<{status: number, body: string, ms: number, sentAt: number}>}
 */
export function send(agent, url, { method = 'GET', path, headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let sentAt;
    const outgoing = request(url + path, { agent, method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, body: Buffer.concat(parts).toString('utf8'), ms: performance.now() - started, sentAt }));
      answer.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.on('finish', () => (sentAt = Date.now()));
    outgoing.end(body);
  });
}

export const agentWith = (connections) => new Agent({ keepAlive: true, maxSockets: connections });

/**
 * A closed loop: `connections` senders, each sending its next request when the last is answered.
 * @param next makes the next request; `undefined` when there is nothing left to send. It may say which status is `expected` of this one, and
 *   what is to be `done` with the answer
 * @returns {Promise<{operations: number, errors: string[], latencies: number[]}>} latencies in milliseconds
 */
export async function closedLoop({ url, connections, seconds, next, expected = 201 }) {
  const agent = agentWith(connections);
  const until = performance.now() + seconds * 1000;
  const latencies = [];
  const errors = [];
  const sender = async () => {
    while (performance.now() < until) {
      const wanted = next();
      if (!wanted) return;
      const { status, body, ms } = await send(agent, url, wanted);
      wanted.done?.(status, body);
      if (status === (wanted.expected ?? expected)) latencies.push(ms);
      else errors.push(`${status} ${body.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  agent.destroy();
  return { operations: latencies.length, errors, latencies };
}

/** The value below which `share` of the sorted values lie. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values) => quantile(values, 0.5);
