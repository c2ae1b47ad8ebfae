import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const modules = resolve(__dirname, '../../src/modules');
const sources = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((path) => /^(?!.*\.(spec|fixture)\.ts$).*\.ts$/.test(path)).map((path) => readFileSync(join(modules, path), 'utf8'));

/** The classes of a file whose fields are described for the interface. */
function shapesIn(text: string): string[] {
  return text.split(/^(?=(?:export )?class )/m).filter((part) => /^ {2}@(Shown|ShownSentence|ShownAs|ApiProperty|Text|Nested|ListOf|OneOf|Whole|FenAmount|Identifier|YesNo|JsonObject|DayText|InstantText)\(/m.test(part))
    .map((part) => /^(?:export )?class (\w+)/.exec(part)?.[1] ?? '').filter((name) => name !== '' && !name.endsWith('Query'));
}

const twice = (names: readonly string[]) => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];

describe('the shapes of the interface', () => {
  it('have a name each: of two with one name the description would keep only the last', () => {
    const names = sources.flatMap(shapesIn);
    expect(names.length).toBeGreaterThan(100);
    expect(twice(names)).toEqual([]);
  });

  it('would be told apart by this test', () => {
    const text = 'export class StageView {\n  @Shown() id: string;\n}\nexport class Stage {\n  id: string;\n}\n';
    expect(twice([...shapesIn(text), ...shapesIn(text)])).toEqual(['StageView']);
  });
});
