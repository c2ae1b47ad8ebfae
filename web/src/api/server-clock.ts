/** Milliseconds to add to this device's clock to get the server's. Deadlines are the server's, never the device's. */
let offset = 0;

/**
 * Learns the server's time from an answer: `X-Server-Time` (ISO instant or epoch milliseconds), else `Date`
 * (whole seconds, so half a second is added on average). `sentAt` and `receivedAt` are device milliseconds.
 */
export function learnServerTime(headers: Headers, sentAt: number, receivedAt: number): void {
  const precise = headers.get('X-Server-Time');
  const coarse = headers.get('Date');
  const server = precise ? parse(precise) : coarse ? parse(coarse) + 500 : Number.NaN;
  if (Number.isFinite(server)) offset = server - (sentAt + receivedAt) / 2;
}

/** The server's present time in epoch milliseconds, as well as it is known. */
export function serverNow(): number {
  return Date.now() + offset;
}

function parse(value: string): number {
  return /^\d+$/.test(value) ? Number(value) : Date.parse(value);
}
