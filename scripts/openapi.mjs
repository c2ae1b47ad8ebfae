/**
 * `npm run openapi`: writes `openapi.json` from the routes of the server, and from it the typed client of the web pages
 * (`web/src/api/generated`). With `--check` it writes nothing and fails when what is kept differs from what it would write.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { runCli } from './start/children.mjs';
import { ROOT } from './start/platform.mjs';
import { Trouble, tellTrouble } from './trouble.mjs';

const KEPT = { description: join(ROOT, 'openapi.json'), client: join(ROOT, 'web', 'src', 'api', 'generated') };

/** @returns {Promise<string[]>} the kept files that differ from what the server says now, before they were written */
export async function renewClient({ write }) {
  await build({ web: false });
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const fresh = mkdtempSync(join(ROOT, '.cache', 'openapi-'));
  try {
    runCli(ROOT, ['openapi', join(fresh, 'openapi.json')], process.env);
    generate(join(fresh, 'openapi.json'), join(fresh, 'client'));
    const changed = compare(fresh);
    if (write && changed.length > 0) keep(fresh);
    return changed;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function generate(input, output) {
  const bin = join(ROOT, 'node_modules', '@hey-api', 'openapi-ts', 'bin', 'run.js');
  const settings = join(ROOT, 'web', 'openapi-ts.config.ts');
  const outcome = spawnSync(process.execPath, [bin, '-f', settings, '-i', input, '-o', output, '--silent', '--no-log-file'], { cwd: ROOT, encoding: 'utf8' });
  if (outcome.status !== 0) throw new Trouble('openapi', `客户端代码生成失败：\n${outcome.stdout}${outcome.stderr}`, 'The client could not be generated: see above.');
}

function compare(fresh) {
  const pairs = [[join(fresh, 'openapi.json'), KEPT.description], ...filesOf(join(fresh, 'client')).map((file) => [join(fresh, 'client', file), join(KEPT.client, file)])];
  const changed = pairs.filter(([made, kept]) => read(made) !== read(kept)).map(([, kept]) => relative(ROOT, kept));
  const surplus = filesOf(KEPT.client).filter((file) => read(join(fresh, 'client', file)) === null).map((file) => relative(ROOT, join(KEPT.client, file)));
  return [...changed, ...surplus];
}

function keep(fresh) {
  const next = `${KEPT.client}.new`;
  rmSync(next, { recursive: true, force: true });
  cpSync(join(fresh, 'client'), next, { recursive: true });
  rmSync(KEPT.client, { recursive: true, force: true });
  renameSync(next, KEPT.client);
  renameSync(join(fresh, 'openapi.json'), KEPT.description);
}

function filesOf(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1]?.endsWith('openapi.mjs')) {
  const check = process.argv.includes('--check');
  renewClient({ write: !check }).then((changed) => {
    for (const file of changed) process.stdout.write(`${file}\n`);
    if (check && changed.length > 0) throw new Trouble('openapi-stale', '接口描述与客户端代码已过时，请运行 npm run openapi。', 'The description of the interface and its client are out of date: run npm run openapi.');
    process.stdout.write(changed.length > 0 ? `已更新 ${changed.length} 个文件。Renewed ${changed.length} files.\n` : '没有变化。Nothing changed.\n');
  }).catch((error) => {
    tellTrouble(error);
    process.exitCode = 1;
  });
}
