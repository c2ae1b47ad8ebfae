import { Trouble } from '../trouble.mjs';

/** @param {string} name where it was written @throws {Trouble} */
export function readPort(name, text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Trouble('option', `${name} 需要 1 到 65535 之间的整数。`, `${name} needs a whole number from 1 to 65535.`);
}

/**
 * Some ports belong to other protocols, and browsers open no page there (6000, 4190 …); the list is the Fetch standard's, asked of Node's own `fetch`.
 * @throws {Trouble}
 */
export async function refuseUnbrowsable(port) {
  const refused = await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(2_000) }).then(() => false, (error) => error?.cause?.message === 'bad port');
  if (!refused) return;
  throw new Trouble('port-unbrowsable', `浏览器不会打开端口 ${port} 上的网页，请换一个端口。`, `Browsers open no page on port ${port}: choose another port.`);
}
