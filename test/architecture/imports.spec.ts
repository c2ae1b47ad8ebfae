import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

const root = resolve(__dirname, '../..');

/** Runs dependency-cruiser in a process of its own: it is an ES module and Jest is not. */
function cruise(folder: string, paths: string[]): Violation[] {
  const out = execFileSync(process.execPath, [join(__dirname, 'cruise.mjs'), folder, ...paths], { encoding: 'utf8', maxBuffer: 64 << 20 });
  return JSON.parse(out) as Violation[];
}

/** A little tree with one fault, cruised by the same rules. */
function faultIn(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const tops = [...new Set(Object.keys(files).map((path) => path.split('/')[0]!))];
    return cruise(folder, tops).map((violation) => violation.rule.name);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the house', () => {
  it('is built as the plan says', () => {
    const violations = cruise(root, ['src', 'libs']).map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    expect(violations).toEqual([]);
  }, 120_000);

  it.each([
    ['module-identity', { 'src/modules/identity/index.ts': "import '../calls/index.js';", 'src/modules/calls/index.ts': 'export const a = 1;' }],
    ['public-face', { 'src/modules/applications/index.ts': "import '../calls/domain/x.js';", 'src/modules/calls/domain/x.ts': 'export const a = 1;' }],
    ['libs-are-ground', { 'libs/money/index.ts': "import '../../src/modules/calls/index.js';", 'src/modules/calls/index.ts': 'export const a = 1;' }],
    ['lib-face', { 'libs/money/index.ts': "import '../errors/deep.js';", 'libs/errors/deep.ts': 'export const a = 1;' }],
    ['modules-enter-libs-by-the-face', { 'src/modules/calls/index.ts': "import '../../../libs/errors/deep.js';", 'libs/errors/deep.ts': 'export const a = 1;' }],
    ['domain-is-pure', { 'src/modules/calls/domain/x.ts': "import '../store/y.js';", 'src/modules/calls/store/y.ts': 'export const a = 1;' }],
    ['handlers-know-no-http', { 'src/modules/calls/handlers/x.ts': "import '../http/y.js';", 'src/modules/calls/http/y.ts': 'export const a = 1;' }],
    ['no-cycles', { 'libs/money/index.ts': "import './b.js';", 'libs/money/b.ts': "import './index.js';" }],
  ])('would be told of a breach of %s', (rule, files) => {
    expect(faultIn(files as Record<string, string>)).toContain(rule);
  });
});
