import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourceRules, type SourceRule } from './source-rules.js';

const root = resolve(__dirname, '../..');
const modules = require('./modules.cjs') as Record<string, string[]>;
const { exceptions } = require('./exceptions.mjs') as { exceptions: { file: string; rules: string[]; why: string }[] };

/** What is kept in the repository or about to be, without what is made. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'libs', 'test', 'web/src', 'web/e2e', 'scripts'], { cwd: root, encoding: 'utf8', maxBuffer: 16 << 20 })
  .split('\n').filter((path) => path !== '' && !path.startsWith('web/src/api/generated/') && existsSync(join(root, path)));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const concerns = ({ files: about, except }: SourceRule, path: string): boolean => /\.tsx?$/.test(path) && about.test(path) && !except?.test(path);

describe('every source file', () => {
  it.each(sourceRules.map((rule) => [rule.name, rule] as const))('keeps to %s', (_, rule) => {
    const concerned = files.filter((path) => concerns(rule, path));
    expect(concerned.length).toBeGreaterThan(0);
    expect(concerned.flatMap((path) => rule.find(read(path), path).map((found) => `${path}: ${found}`))).toEqual([]);
  });

  it.each(sourceRules.map((rule) => [rule.name, rule] as const))('would be told of a breach of %s', (_, rule) => {
    const { path, text } = rule.breach;
    expect(concerns(rule, path)).toBe(true);
    expect(rule.find(text, path)).toHaveLength(1);
  });
});

describe('the tree', () => {
  const VAGUE = /(^|\/)(shared|common|utils?|helpers?|misc|services)\//;
  const outsideTable = (folders: readonly string[]) => folders.filter((folder) => !(folder in modules));

  it('has no folder for whatever has no place', () => {
    expect(files.filter((path) => VAGUE.test(path))).toEqual([]);
    expect(VAGUE.test('src/modules/awards/utils/money.ts')).toBe(true);
    expect(VAGUE.test('libs/common/x.ts')).toBe(true);
  });

  it('has no module outside the table, and the table names what each may use', () => {
    expect(outsideTable(readdirSync(join(root, 'src', 'modules')))).toEqual([]);
    expect(outsideTable(['awards', 'payments'])).toEqual(['payments']);
  });

  it('has a README of at most forty lines in every room', () => {
    const rooms = readdirSync(join(root, 'src', 'modules'));
    const long = rooms.filter((room) => !existsSync(join(root, 'src/modules', room, 'README.md')) || read(`src/modules/${room}/README.md`).trimEnd().split('\n').length > 40);
    expect(long).toEqual([]);
  });
});

describe('every lifecycle', () => {
  /** Lifecycles whose diagram no test of their module holds still. */
  function unheld(sources: Readonly<Record<string, string>>): string[] {
    const specs = Object.entries(sources).filter(([path]) => path.endsWith('.spec.ts'));
    return Object.entries(sources).filter(([path]) => !path.endsWith('.spec.ts')).flatMap(([path, text]) => {
      const room = path.split('/').slice(0, 3).join('/');
      return [...text.matchAll(/const (\w+) = defineLifecycle\b/g)].map(([, name]) => name!)
        .filter((name) => !specs.some(([spec, said]) => spec.startsWith(`${room}/`) && said.includes(`${name}.toMermaid()`)));
    });
  }

  it('is held still by a test that reads its diagram', () => {
    const paths = files.filter((path) => /^src\/modules\/.*\.ts$/.test(path));
    expect(unheld(Object.fromEntries(paths.map((path) => [path, read(path)])))).toEqual([]);
  });

  it('would be missed without one', () => {
    const table = { 'src/modules/calls/domain/call.ts': 'export const callLifecycle = defineLifecycle<CallStatus>({' };
    const elsewhere = { 'src/modules/awards/domain/x.spec.ts': 'expect(callLifecycle.toMermaid()).toMatchSnapshot()' };
    expect(unheld({ ...table, ...elsewhere })).toEqual(['callLifecycle']);
    expect(unheld({ ...table, 'src/modules/calls/domain/x.spec.ts': 'expect(callLifecycle.toMermaid()).toMatchSnapshot()' })).toEqual([]);
  });
});

describe('sizes', () => {
  /** What eslint says of a text as if it stood at that place. */
  function complaints(text: string, path = 'src/modules/calls/handlers/x.ts'): string[] {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/eslint/bin/eslint.js'), '--stdin', '--stdin-filename', path, '--format', 'json'], { cwd: root, input: text, encoding: 'utf8' });
    if (!stdout) throw new Error(stderr);
    return (JSON.parse(stdout) as { messages: { ruleId: string }[] }[])[0]!.messages.map(({ ruleId }) => ruleId);
  }
  const statements = (count: number): string => Array.from({ length: count }, (_, at) => `  say(${at});`).join('\n');
  const branches = (count: number): string => Array.from({ length: count }, (_, at) => `  if (x === ${at}) say(x);`).join('\n');

  it.each([
    ['max-lines', `${'export const say = 1;\n'}${'// a line\n'.repeat(250)}`],
    ['max-lines-per-function', `declare const say: (x: number) => void;\nexport function f(): void {\n${statements(49)}\n}\n`],
    ['max-params', 'export const f = (a: number, b: number, c: number, d: number, e: number, g: number): number => a + b + c + d + e + g;\n'],
    ['complexity', `declare const say: (x: number) => void;\nexport function f(x: number): void {\n${branches(8)}\n}\n`],
    ['no-restricted-syntax', "declare const it: { only(name: string): void };\nit.only('hides the others');\n"],
    ['no-restricted-syntax', 'declare function forwardRef(of: () => object): object;\nexport const later = forwardRef(() => ({}));\n'],
  ])('are watched: %s', (rule, text) => {
    expect(complaints(text)).toContain(rule);
  });

  it('let pass what is just within them', () => {
    const text = `declare const say: (x: number) => void;\nexport function f(a: number, b: number, c: number, d: number, x: number): void {\n${branches(7)}\n  say(a + b + c + d);\n}\n`;
    expect(complaints(text)).toEqual([]);
  });

  it('have no exception without a reason', () => {
    const unreasoned = (list: typeof exceptions) => list.filter(({ rules, why = '' }) => rules.length === 0 || why.length < 20).map(({ file }) => file);
    expect(unreasoned(exceptions)).toEqual([]);
    expect(unreasoned([{ file: 'src/x.ts', rules: ['complexity'], why: '' }])).toEqual(['src/x.ts']);
  });
});
