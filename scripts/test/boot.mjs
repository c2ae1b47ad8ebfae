import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../postgres/processes.mjs';
import { startPlatform } from '../start/platform.mjs';

/**
 * Boots the built platform in plain Node on a data folder of its own, as a first start: the tests run
 * CommonJS and would not notice a cycle between ES modules.
 * @returns {Promise<{url: string, dataDir: string, stop(): Promise<void>}>}
 */
export async function bootThrowAway(tell) {
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL', 'PUBLIC_URL', 'HOST']) delete process.env[name];
  const dataDir = mkdtempSync(join(tmpdir(), 'qiongxiang-boot-'));
  // Root lends PostgreSQL the user nobody, who has to pass through.
  chmodSync(dataDir, 0o711);
  const forget = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const platform = await startPlatform({ dataDir, port: await freePort(), demo: true, tell });
    const stop = async () => {
      await platform.stop();
      forget();
    };
    return { url: platform.url, dataDir, stop };
  } catch (error) {
    forget();
    throw error;
  }
}

/** @throws when the booted platform does not serve its own description */
export async function requireAnswer(url) {
  const answer = await fetch(`${url}/api/openapi.json`);
  if (!answer.ok) throw new Error(`GET ${url}/api/openapi.json answered ${answer.status}.`);
  await answer.json();
}
