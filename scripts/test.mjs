/**
 * `npm test`: everything from a clean clone. Installs what is absent, checks types and style, runs every
 * Jest project, boots the built platform in plain Node and walks through it in a browser.
 * The last line is `N passed, N failed`; the exit code is zero only when nothing failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies, requireNode } from './start/dependencies.mjs';
import { ROOT } from './start/platform.mjs';
import { bootThrowAway, requireAnswer } from './test/boot.mjs';
import { ensureDebianPackages, findChromium } from './test/debian.mjs';
import { Tally, countJest, countPlaywright } from './test/tally.mjs';
import { tellTrouble } from './trouble.mjs';

const STEP_LIMIT_MS = 20 * 60_000;
const REPORTS = join(ROOT, '.cache', 'reports');
const tell = (zh, en) => process.stdout.write(`\n▸ ${zh} ${en}\n`);
const tally = new Tally();

/** Runs one tool of node_modules in its own process. @returns its exit code */
function runTool(path, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', path), ...args], {
      cwd: ROOT, stdio: 'inherit', timeout: STEP_LIMIT_MS, env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** A step that either holds or does not. */
async function check(name, work) {
  const started = Date.now();
  let failed = 1;
  try {
    failed = (await work()) ? 0 : 1;
  } catch (error) {
    tellTrouble(error);
  }
  tally.add({ passed: 1 - failed, failed }, name);
  process.stdout.write(`${failed ? '✗' : '✓'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  return failed === 0;
}

const types = (name, project) => () => check(name, async () => (await runTool('typescript/bin/tsc', ['--noEmit', '-p', project])) === 0);

/** What reads the sources only: each on one processor, so as many at a time as there are processors; the longest come first. */
async function checkSources() {
  tell('类型、接口描述与代码风格', 'Types, description of the interface, style');
  const waiting = [
    types('types of the server', 'tsconfig.json'),
    () => check('eslint', async () => (await runTool('eslint/bin/eslint.js', ['.'])) === 0),
    types('types of the web pages', 'web/tsconfig.json'),
    types('types of the journeys', 'test/e2e/tsconfig.json'),
    () => check('openapi.json and the client made from it are up to date', interfaceIsDescribed),
    () => check('the bench finds all it is made of', async () => (await import('../test/bench/scenarios.mjs')).scenarios.length > 0),
  ];
  const workUntilDone = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, workUntilDone));
}

async function interfaceIsDescribed() {
  const { renewClient } = await import('./openapi.mjs');
  const changed = await renewClient({ write: false });
  for (const file of changed) process.stdout.write(`  ${file}: npm run openapi\n`);
  return changed.length === 0;
}

async function runJest() {
  tell('单元、架构与集成测试', 'Unit, architecture and integration tests');
  const report = join(REPORTS, 'jest.json');
  rmSync(report, { force: true });
  // Suites wait for the database for a fifth of their time: one more than there are processors fills it.
  const workers = `--maxWorkers=${availableParallelism() + 1}`;
  // Every suite loads the whole platform anew: with room for what is young, a tenth of the time is not spent on collecting it.
  const env = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim() };
  const code = await runTool('jest/bin/jest.js', ['--ci', workers, '--json', `--outputFile=${report}`, '--passWithNoTests'], env);
  tally.add(countJest(report, code), 'jest');
}

/** One platform serves both the boot check and the browser. */
async function runBooted() {
  tell('以纯 Node 启动构建产物', 'The built platform in plain Node');
  let platform;
  const booted = await check('boot', async () => {
    platform = await bootThrowAway(tell);
    await requireAnswer(platform.url);
    return true;
  });
  try {
    if (existsSync(join(ROOT, 'test', 'e2e'))) await runBrowser(booted ? platform : undefined);
  } finally {
    if (platform) await check('clean stop', async () => (await platform.stop(), true));
  }
}

async function runBrowser(platform) {
  tell('浏览器端到端测试', 'End-to-end tests in the browser');
  if (!platform) return tally.add({ passed: 0, failed: 1 }, 'end to end (not booted)');
  const report = join(REPORTS, 'playwright.json');
  rmSync(report, { force: true });
  const code = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    E2E_BASE_URL: platform.url,
    E2E_DATA_DIR: platform.dataDir,
    CHROMIUM_PATH: findChromium(),
  });
  tally.add(countPlaywright(report, code), 'end to end');
}

async function main() {
  requireNode();
  mkdirSync(REPORTS, { recursive: true });
  ensureDependencies(ROOT, tell);
  ensureDebianPackages(tell);
  await checkSources();
  await runJest();
  await runBooted();
}

main()
  .catch((error) => {
    tellTrouble(error);
    tally.add({ passed: 0, failed: 1 }, 'set-up');
  })
  .finally(() => {
    for (const failure of tally.failures) process.stdout.write(`✗ ${failure}\n`);
    process.stdout.write(`${tally.lastLine()}\n`, () => process.exit(tally.failed > 0 ? 1 : 0));
  });
