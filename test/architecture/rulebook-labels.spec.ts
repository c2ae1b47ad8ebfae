/// <reference lib="dom" />
import { rulebookSchema } from '../../src/modules/calls/domain/rulebook/schema/rulebook-schema.js';
import { labelAt, wordAt } from '../../web/src/features/calls/rulebook/labels/index.js';
import { shapeOf, type Field, type SchemaNode, type Shape } from '../../web/src/features/calls/rulebook/schema.js';

const root = rulebookSchema as SchemaNode;

/** Every place of a rulebook with the words that may stand there. */
function* places(node: SchemaNode, at: string): Generator<{ at: string; words: readonly string[]; key: boolean }> {
  const shape = shapeOf(root, node);
  yield { at, words: wordsOf(shape), key: shape.kind === 'key' && /(^|\.)key$/.test(at) };
  for (const { node: inner, at: place } of below(shape, at)) yield* places(inner, place);
}

/** What stands directly below a place. */
function below(shape: Shape, at: string): { node: SchemaNode; at: string }[] {
  const fields = (list: readonly Field[]) => list.map(({ name, node }) => ({ node, at: at ? `${at}.${name}` : name }));
  switch (shape.kind) {
    case 'object': return fields(shape.fields);
    case 'variant': return shape.branches.flatMap((branch) => fields(branch.fields));
    case 'list': return [{ node: shape.items, at: `${at}.*` }];
    case 'optional': return [{ node: shape.inner, at }];
    case 'either': return shape.options.map((node) => ({ node, at }));
    default: return [];
  }
}

function wordsOf(shape: Shape): readonly string[] {
  if (shape.kind === 'choice') return shape.words.map(String);
  if (shape.kind === 'set') return shape.words;
  return shape.kind === 'variant' ? shape.branches.map(({ word }) => word) : [];
}

const all = [...places(root, '')].filter(({ at }) => at !== '' && !at.startsWith('basis.'));
const isListOfRecords = (at: string) => at.endsWith('.*') && all.some((other) => other.at.startsWith(`${at}.`));

it('names every field of a rulebook for people', () => {
  const nameless = all.filter(({ at, key }) => !key && !isListOfRecords(at) && labelAt(at) === null).map(({ at }) => at);
  expect([...new Set(nameless)]).toEqual([]);
});

it('has a word for every value that a field may hold', () => {
  const wordless = all.flatMap(({ at, words }) => words.filter((word) => wordAt(at, word) === null).map((word) => `${at} = ${word}`));
  expect([...new Set(wordless)]).toEqual([]);
});

it('knows the parts of the schema that the editor draws with fields of their own', () => {
  expect(all.length).toBeGreaterThan(400);
  expect(shapeOf(root, { $ref: '#/$defs/Sentence' })).toEqual({ kind: 'sentence' });
});
