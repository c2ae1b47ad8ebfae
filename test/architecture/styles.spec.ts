import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const web = resolve(__dirname, '../../web/src');

/** The classes with which the selectors of a style sheet begin: what it claims for itself. */
function claimed(css: string): string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[\w-]+[^{;]*\{/g, '');
  return [...rules.matchAll(/(?:^|[},])\s*\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name!);
}

interface Sheet {
  /** The feature, or `ui` and `app` for the house's own. */
  readonly owner: string;
  readonly css: string;
}

/** Classes that more than one room claims: pages of both are loaded one after the other, and the later sheet dresses the earlier's. */
function shared(sheets: readonly Sheet[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { owner, css } of sheets) for (const name of claimed(css)) owners.set(name, (owners.get(name) ?? new Set()).add(owner));
  return [...owners].filter(([, of]) => of.size > 1).map(([name, of]) => `.${name}: ${[...of].sort().join(', ')}`).sort();
}

const sheets = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css')).map((path) => {
  const parts = path.split(/[\\/]/);
  return { owner: parts[0] === 'features' ? parts[1]! : parts[0]!, css: readFileSync(join(web, path), 'utf8') };
});

describe('the style sheets of the web pages', () => {
  it('claim no class that another room claims', () => {
    expect(sheets.length).toBeGreaterThan(10);
    expect(shared(sheets.filter(({ owner }) => owner !== 'ui' && owner !== 'app'))).toEqual([]);
  });

  it('would be told of one', () => {
    expect(shared([{ owner: 'calls', css: '.line { margin: 0; }\n@media print { .line .dot { top: 0; } }' }, { owner: 'scoring', css: '.round, .line > li { gap: 0; }' }])).toEqual(['.line: calls, scoring']);
  });
});
