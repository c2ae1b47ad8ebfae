import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** What knip finds in a folder: files, exports and packages that nothing uses, and packages that nobody declared. */
function unusedIn(folder: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'node_modules/knip/bin/knip.js'), '--no-progress', '--directory', folder], { cwd: folder, encoding: 'utf8' });
  if (status !== 0 && stdout === '') throw new Error(stderr);
  return stdout.trim();
}

function unusedAmong(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'unused-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return unusedIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const manifest = (dependencies: object = {}) => JSON.stringify({ name: 'house', type: 'module', dependencies });
const config = '{ "entry": ["src/main.ts"], "project": ["src/**/*.ts"] }';

describe('nothing', () => {
  it('stands here that is not used', () => {
    expect(unusedIn(root)).toBe('');
  }, 120_000);

  it('would be said of a tree in which all is used', () => {
    expect(unusedAmong({ 'package.json': manifest(), 'knip.json': config, 'src/main.ts': "import { a } from './a.js';\nconsole.log(a);\n", 'src/a.ts': 'export const a = 1;\n' })).toBe('');
  });

  it.each([
    ['a file', /Unused files[\s\S]*src\/b\.ts/, { 'src/main.ts': 'console.log(1);\n', 'src/b.ts': 'export const b = 1;\n' }, {}],
    ['an export', /Unused exports[\s\S]*\bdead\b/, { 'src/main.ts': "import { a } from './a.js';\nconsole.log(a);\n", 'src/a.ts': 'export const a = 1;\nexport const dead = 2;\n' }, {}],
    ['a package', /Unused dependencies[\s\S]*left-over/, { 'src/main.ts': 'console.log(1);\n' }, { 'left-over': '1.0.0' }],
    ['a package that is used and not declared', /Unlisted dependencies[\s\S]*borrowed/, { 'src/main.ts': "import borrowed from 'borrowed';\nconsole.log(borrowed);\n" }, {}],
  ])('of %s would go unseen', (_, told, files, dependencies) => {
    expect(unusedAmong({ 'package.json': manifest(dependencies), 'knip.json': config, ...(files as unknown as Record<string, string>) })).toMatch(told);
  });
});
