/**
 * `npm run cycle -- <call>`: plays a published programme from its call to its close-out through the public interface, on a platform of
 * its own that it starts and ends, and reports what happened. It ends with a non-zero code when an invariant is broken.
 * Calls: yangzhou-2021, wenjiang-2025-supplementary, hubei-mulan-2024, wuhu-2019. Option --keep keeps the data folder.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres/processes.mjs';
import { runCli } from './start/children.mjs';
import { ROOT, startPlatform } from './start/platform.mjs';
import { Trouble, tellTrouble } from './trouble.mjs';

const CALLS = ['yangzhou-2021', 'wenjiang-2025-supplementary', 'hubei-mulan-2024', 'wuhu-2019'];
const say = (line) => process.stdout.write(`${line}\n`);

async function main() {
  const [template, ...options] = process.argv.slice(2);
  if (!CALLS.includes(template)) throw new Trouble('call', `请指定批次：${CALLS.join('、')}。`, `Name a call: ${CALLS.join(', ')}.`);
  const dataDir = mkdtempSync(join(tmpdir(), 'qiongxiang-cycle-'));
  // Root lends PostgreSQL the user nobody, who has to pass through.
  chmodSync(dataDir, 0o711);
  process.env.SANDBOX_CLOCK = 'yes';
  process.env.SECURE_COOKIES = 'no';
  const platform = await startPlatform({ dataDir, port: await freePort(), demo: false, tell: (zh, en) => say(`${zh} ${en}`) });
  try {
    process.exitCode = (await play(template, platform)) ? 0 : 1;
  } finally {
    await platform.stop();
    if (!options.includes('--keep')) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function play(template, platform) {
  // Loaded late: the packages are there only after the platform has been set up.
  const [{ Cast }, { playProgramme }, { report }] = await Promise.all([import('./cycle/cast.mjs'), import('./cycle/play.mjs'), import('./cycle/report.mjs')]);
  const started = Date.now();
  const counts = { requests: 0 };
  const cast = new Cast(platform.url, counts);
  await cast.administrator('administrator@example.org', runCli(ROOT, ['found', 'administrator@example.org', '系统管理员'], platform.env).trim());
  const tell = (line) => say(`[${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s] ${line}`);
  const round = await playProgramme({ cast, template, tell });
  say(report(round, { seconds: (Date.now() - started) / 1000, ...counts }));
  const broken = JSON.parse(runCli(ROOT, ['invariants'], platform.env));
  for (const { name, rows } of broken) say(`✗ ${name}: ${JSON.stringify(rows)}`);
  say(broken.length === 0 ? '✓ 各项不变式均成立 every standing invariant holds' : `✗ ${broken.length} 项不变式被破坏 invariants are broken`);
  return broken.length === 0;
}

main().catch((error) => {
  tellTrouble(error);
  process.exitCode = 1;
}).finally(() => process.exit());
