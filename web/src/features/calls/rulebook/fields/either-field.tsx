import { inLanguage, useLanguage } from '../../../../ui/index.js';
import { blankOf } from '../blank.js';
import { useEditor, useField } from '../editor-context.js';
import { nameAt, sayWord } from '../labels/index.js';
import { patternOf, type Path } from '../paths.js';
import { shapeOf, type SchemaNode, type Shape } from '../schema.js';
import { FieldFrame } from './field-frame.js';
import { Fields, type DrawNode } from './group-fields.js';
import { useTold, type Told } from './words.js';

interface Alternative {
  readonly id: string;
  readonly word: string;
  readonly start: () => unknown;
  readonly holds: (value: unknown) => boolean;
  readonly node: SchemaNode | null;
}

/** One of several shapes: a word that says it all, or a value of its own. */
export function EitherField({ path, options, Node }: { readonly path: Path; readonly options: readonly SchemaNode[]; readonly Node: DrawNode }) {
  const { root, readOnly } = useEditor();
  const language = useLanguage();
  const t = useTold();
  const [value, set] = useField(path);
  const all = options.flatMap((option) => alternatives(option, { root, pattern: patternOf(path), language, t }));
  const chosen = all.find((one) => one.holds(value));
  return (
    <div className="rule-variant">
      <FieldFrame path={path}>
        {(input) => (
          <select {...input} className="input" disabled={readOnly} value={chosen?.id ?? ''} onChange={(event) => set(all.find(({ id }) => id === event.target.value)?.start())}>
            {all.map(({ id, word }) => (
              <option key={id} value={id}>
                {word}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      {chosen?.node ? <Inner path={path} node={chosen.node} Node={Node} /> : null}
    </div>
  );
}

/** An object's fields stand directly below the choice; anything else is drawn as itself. */
function Inner({ path, node, Node }: { readonly path: Path; readonly node: SchemaNode; readonly Node: DrawNode }) {
  const { root } = useEditor();
  const shape = shapeOf(root, node);
  return <div className="rule-indent">{shape.kind === 'object' ? <Fields path={path} Node={Node} fields={shape.fields} /> : <Node path={path} node={node} />}</div>;
}

interface Setting {
  readonly root: SchemaNode;
  readonly pattern: string;
  readonly language: 'zh' | 'en';
  readonly t: Told;
}

function alternatives(option: SchemaNode, setting: Setting): Alternative[] {
  const shape = shapeOf(setting.root, option);
  if (shape.kind === 'choice') return shape.words.map((word) => fixed(word, setting));
  if (shape.kind === 'fixed') return [fixed(shape.value, setting)];
  return [{ id: shape.kind + firstField(shape), word: ownWord(shape, setting), start: () => blankOf(setting.root, option), holds: (value) => fits(shape, value), node: option }];
}

const fixed = (word: string | number, { pattern, language }: Setting): Alternative => ({
  id: `word ${word}`, word: sayWord(pattern, word, language), start: () => word, holds: (value) => value === word, node: null,
});

const firstField = (shape: Shape): string => (shape.kind === 'object' ? ` ${shape.fields[0]?.name ?? ''}` : '');

function fits(shape: Shape, value: unknown): boolean {
  if (shape.kind === 'list') return Array.isArray(value);
  if (shape.kind === 'number') return typeof value === 'number';
  if (shape.kind !== 'object') return typeof value === 'string';
  return typeof value === 'object' && value !== null && (shape.fields[0]?.name ?? '') in value;
}

const AGO = { months: ['此前若干个月', 'The last months'], fromYear: ['指定年份', 'Named years'] } as const;

function ownWord(shape: Shape, { pattern, language, t }: Setting): string {
  if (shape.kind === 'list') return t('own_list');
  if (shape.kind === 'number') return t('own_number');
  const name = shape.kind === 'object' ? (shape.fields[0]?.name ?? '') : '';
  const known = AGO[name as keyof typeof AGO];
  return known ? inLanguage(known, language) : nameAt(`${pattern}.${name}`, language);
}
