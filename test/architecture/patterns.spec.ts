import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

// The analyser otherwise looks for a native programme or Java first; its JavaScript runs everywhere, in this process.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const { checkSync } = require('recheck') as {
  checkSync: (source: string, flags: string, options: { checker: 'automaton'; timeout: number }) => { status: 'safe' | 'vulnerable' | 'unknown'; complexity?: { summary: string } };
};

const root = resolve(__dirname, '../..');
/** For one pattern. Whatever is not judged within it counts as slow: it is to be written so that it can be judged. */
const LONGEST_MS = 60_000;

/** Tests and what is generated meet no stranger's text. */
const MET_BY_STRANGERS = (path: string): boolean => /\.tsx?$/.test(path) && !/\.(int-)?spec\.tsx?$|\.fixture\.ts$|^web\/src\/api\/generated\//.test(path);

/** Patterns put together while the platform runs, and why no stranger has a say in them. */
const BUILT: Readonly<Record<string, string>> = {
  'libs/identifiers/credit-code.ts': 'of a fixed alphabet, each part of a fixed length',
  'libs/money/words.ts': 'of the digits of an amount, each one character',
  'src/database/boot-guard.ts': 'of names that stand in the source',
};

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'libs', 'web/src'], { cwd: root, encoding: 'utf8', maxBuffer: 16 << 20 })
  .split('\n').filter((path) => MET_BY_STRANGERS(path) && existsSync(join(root, path)));

function nodesOf(path: string): ts.Node[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

const literals = new Map<string, string>();
const built = new Set<string>();
for (const path of files) {
  for (const node of nodesOf(path)) {
    if (ts.isRegularExpressionLiteral(node)) literals.set(node.text, path);
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') built.add(path);
  }
}

function judged(literal: string): string {
  const end = literal.lastIndexOf('/');
  const found = checkSync(literal.slice(1, end), literal.slice(end + 1), { checker: 'automaton', timeout: LONGEST_MS });
  return found.status === 'vulnerable' ? `${found.status}: ${found.complexity?.summary}` : found.status;
}

describe('every pattern of the source', () => {
  it('takes time that grows with the text and no faster', () => {
    expect(literals.size).toBeGreaterThan(100);
    const verdicts = [...literals].map(([literal, path]) => ({ path, literal, verdict: judged(literal) }));
    expect(verdicts.filter(({ verdict }) => verdict !== 'safe')).toEqual([]);
  }, 600_000);

  it('stands in the source, but those that are known', () => {
    expect([...built].sort()).toEqual(Object.keys(BUILT).sort());
  });

  it('would be told apart from one that never ends', () => {
    expect(judged('/^(a+)+$/')).toMatch(/^vulnerable: exponential/);
    expect(judged('/^\\s*(.*?)\\s*<([^<>]+)>\\s*$/')).toMatch(/^vulnerable: 3rd degree/);
  });
});
