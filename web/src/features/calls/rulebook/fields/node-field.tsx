import { useBook, useEditor } from '../editor-context.js';
import { patternOf, type Path } from '../paths.js';
import { optionsAt } from '../references.js';
import { shapeOf, type SchemaNode, type Shape } from '../schema.js';
import { ChoiceField, ReferenceField, ReferenceListField, SetField } from './choice-fields.js';
import { ConditionField } from './condition-field.js';
import { EitherField } from './either-field.js';
import { isLeaf, ObjectField, OptionalGroup, VariantField } from './group-fields.js';
import { DayField, FenField, InstantField, NumberField, PercentField, SentenceField, TextValueField, YesNoField, type LeafProps } from './leaf-fields.js';
import { ListField } from './list-field.js';
import { TermField } from './term-field.js';

interface NodeProps {
  readonly path: Path;
  readonly node: SchemaNode;
  readonly mayBeEmpty?: boolean;
}

const LEAVES: Partial<Record<Shape['kind'], (props: LeafProps) => React.ReactNode>> = {
  sentence: SentenceField,
  text: TextValueField,
  number: NumberField,
  percent: PercentField,
  fen: FenField,
  day: DayField,
  instant: InstantField,
  term: TermField,
  yes_no: YesNoField,
  condition: ConditionField,
  key: TextValueField,
};

/** Whatever the schema says stands at a place, as a field with words. */
export function NodeField({ path, node, mayBeEmpty = false }: NodeProps) {
  const { root } = useEditor();
  const book = useBook();
  const shape = shapeOf(root, node);
  const refers = optionsAt(patternOf(path), path, book) !== null;
  if (shape.kind === 'optional') return <Optional path={path} inner={shape.inner} refers={refers} />;
  if (refers) return shape.kind === 'list' ? <ReferenceListField path={path} /> : <ReferenceField path={path} mayBeEmpty={mayBeEmpty} />;
  const Leaf = LEAVES[shape.kind];
  if (Leaf) return <Leaf path={path} mayBeEmpty={mayBeEmpty} />;
  return <Group path={path} shape={shape} />;
}

function Optional({ path, inner, refers }: { readonly path: Path; readonly inner: SchemaNode; readonly refers: boolean }) {
  const { root } = useEditor();
  const plain = isLeaf(shapeOf(root, inner));
  return plain || refers ? <NodeField path={path} node={inner} mayBeEmpty /> : <OptionalGroup path={path} Node={NodeField} inner={inner} />;
}

function Group({ path, shape }: { readonly path: Path; readonly shape: Shape }) {
  switch (shape.kind) {
    case 'choice':
      return <ChoiceField path={path} words={shape.words} />;
    case 'set':
      return <SetField path={path} words={shape.words} />;
    case 'object':
      return <ObjectField path={path} Node={NodeField} fields={shape.fields} />;
    case 'variant':
      return <VariantField path={path} Node={NodeField} tag={shape.tag} branches={shape.branches} />;
    case 'list':
      return <ListField path={path} items={shape.items} Node={NodeField} />;
    case 'either':
      return <EitherField path={path} options={shape.options} Node={NodeField} />;
    default:
      return null;
  }
}
