/**
 * Builds the server into dist/ (libs and src keep their folders) and the web pages into web/dist.
 * Only what changed is compiled again; `--if-changed` trusts the marks of the last build, without it
 * everything is made anew. Files are replaced by renaming, so a running server never reads half a file.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './build/lock.mjs';
import { listFiles, markOf, markOfAll } from './build/sources.mjs';
import { Trouble, tellTrouble } from './trouble.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const MARKS = join(ROOT, 'dist', '.marks.json');

/**
 * @param {{ifChanged?: boolean, web?: boolean}} options
 * @returns {Promise<{compiled: number, removed: number, web: boolean}>} what was done
 * @throws {Trouble} naming every file that does not compile; the files that do are in place
 */
export async function build({ ifChanged = true, web = true } = {}) {
  return withLock(join(ROOT, '.cache', 'build.lock'), async () => {
    const marks = ifChanged ? readMarks() : { files: {} };
    const server = await buildServer(marks);
    writeMarks({ ...marks, files: server.files });
    if (server.failures.length > 0) throw doesNotCompile(server.failures);
    const pages = web && buildWeb(marks);
    writeMarks({ ...marks, files: server.files });
    return { compiled: server.compiled, removed: server.removed, web: pages };
  });
}

async function buildServer(marks) {
  const salt = markOf(join(ROOT, '.swcrc')) + markOf(join(ROOT, 'node_modules/@swc/core/package.json'));
  const wanted = [...listFiles(ROOT, 'libs'), ...listFiles(ROOT, 'src')].filter(belongsInBuild);
  const files = {};
  const failures = [];
  const stale = [];
  for (const path of wanted) {
    files[path] = markOf(join(ROOT, path), salt);
    if (marks.files[path] !== files[path] || !existsSync(outputOf(path))) stale.push(path);
  }
  await Promise.all(stale.map((path) => buildFile(path).catch((error) => {
    files[path] = undefined;
    failures.push({ path, message: error.message });
  })));
  const gone = Object.keys(marks.files).filter((path) => !(path in files));
  for (const path of gone) for (const suffix of ['', '.map']) rmSync(outputOf(path) + suffix, { force: true });
  return { files, failures, compiled: stale.length - failures.length, removed: gone.length };
}

function belongsInBuild(path) {
  return !/\.(spec|int-spec|e2e-spec)\.ts$|\.(d|fixture)\.ts$|\.md$/.test(path);
}

function outputOf(path) {
  return join(ROOT, 'dist', path.replace(/\.ts$/, '.js'));
}

async function buildFile(path) {
  const source = join(ROOT, path);
  const output = outputOf(path);
  mkdirSync(dirname(output), { recursive: true });
  if (!path.endsWith('.ts')) return replaceFile(output, readFileSync(source));
  const { transformFile } = await import('@swc/core');
  const { code, map } = await transformFile(source, {
    cwd: ROOT,
    root: ROOT,
    sourceFileName: relative(dirname(output), source),
  });
  replaceFile(`${output}.map`, map);
  replaceFile(output, `${code}//# sourceMappingURL=${output.split(/[\\/]/).at(-1)}.map\n`);
}

function replaceFile(path, content) {
  writeFileSync(`${path}.${process.pid}.new`, content);
  renameSync(`${path}.${process.pid}.new`, path);
}

/** Vite empties its target first, so an unchanged web is left alone. */
function buildWeb(marks) {
  if (!existsSync(join(ROOT, 'web', 'index.html'))) return false;
  const mark = markOfAll(ROOT, [...listFiles(ROOT, 'web'), 'package-lock.json']);
  if (marks.web === mark && existsSync(join(ROOT, 'web', 'dist', 'index.html'))) return false;
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const outcome = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(ROOT, 'web'), encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' },
  });
  if (outcome.status !== 0) {
    throw new Trouble('build-web', `网页构建失败：\n${outcome.stderr}`, `The web pages do not build: see above.`);
  }
  marks.web = mark;
  return true;
}

function doesNotCompile(failures) {
  const list = failures.map(({ path, message }) => `${path}: ${message}`).join('\n');
  const trouble = new Trouble('build-server', `以下文件无法编译：\n${list}`, `${failures.length} file(s) do not compile: see above.`);
  return Object.assign(trouble, { paths: failures.map(({ path }) => path) });
}

function readMarks() {
  try {
    return JSON.parse(readFileSync(MARKS, 'utf8'));
  } catch {
    return { files: {} };
  }
}

function writeMarks(marks) {
  mkdirSync(dirname(MARKS), { recursive: true });
  replaceFile(MARKS, JSON.stringify(marks));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const flags = process.argv.slice(2);
  build({ ifChanged: flags.includes('--if-changed'), web: !flags.includes('--server-only') })
    .then(({ compiled, web }) => process.stdout.write(`构建完成：${compiled} 个文件${web ? '，网页已更新' : ''}。Built ${compiled} files${web ? ' and the web pages' : ''}.\n`))
    .catch(tellTrouble);
}
