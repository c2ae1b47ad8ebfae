import { inLanguage, useLanguage } from '../../../../ui/index.js';
import type { Rulebook } from '../../../../api/index.js';
import { BasisTag } from '../fields/basis-mark.js';
import { nameOfItem, useTold } from '../fields/words.js';
import { labelAt, nameAt, sayWord } from '../labels/index.js';
import { PARTS, type Part } from '../parts.js';
import { patternOf, pointerOf, type Path } from '../paths.js';
import { shapeOf, type Field, type SchemaNode } from '../schema.js';
import { valueWords, type Saying } from './value-words.js';

/** The whole rulebook in words, part by part, with what each value rests on. */
export function RulesReader({ book, root }: { readonly book: Rulebook; readonly root: SchemaNode }) {
  const language = useLanguage();
  const t = useTold();
  const saying: Saying = { root, book, language, t };
  return (
    <div className="rules-reader">
      {PARTS.filter(({ key }) => key !== 'sources').map((part) => (
        <ReadPart key={part.key} part={part} saying={saying} />
      ))}
    </div>
  );
}

/** In which parts nothing was set there is nothing to open. */
function ReadPart({ part, saying }: { readonly part: Part; readonly saying: Saying }) {
  const { root, book, language } = saying;
  const fields = part.fields.flatMap((name) => {
    const node = root.properties?.[name];
    const value = (book as unknown as Record<string, unknown>)[name];
    return node && value !== undefined && value !== null && !['origin', 'code', 'supplementTo'].includes(name) ? [{ name, node, value }] : [];
  });
  if (fields.length === 0) return null;
  return (
    <details className="read-part">
      <summary>
        <h2>{inLanguage(part.title, language)}</h2>
      </summary>
      <dl className="read-fields">
        {fields.map(({ name, node, value }) => (
          <ReadField key={name} path={[name]} node={node} value={value} saying={saying} />
        ))}
      </dl>
    </details>
  );
}

interface ReadProps {
  readonly path: Path;
  readonly node: SchemaNode;
  readonly value: unknown;
  readonly saying: Saying;
}

function ReadField(props: ReadProps) {
  const label = labelAt(patternOf(props.path));
  const basis = (props.saying.book.basis ?? {})[pointerOf(props.path)];
  return (
    <div>
      <dt>
        {label ? inLanguage(label.name, props.saying.language) : ''}
        {basis ? <BasisTag basis={basis as never} sources={props.saying.book.sources ?? []} /> : null}
      </dt>
      <dd>
        <ReadValue {...props} />
      </dd>
    </div>
  );
}

function ReadValue({ path, node, value, saying }: ReadProps) {
  const line = valueWords(node, path, value, saying);
  if (line !== null) return <>{line}</>;
  const shape = shapeOf(saying.root, node);
  if (shape.kind === 'optional') return <ReadValue path={path} node={shape.inner} value={value} saying={saying} />;
  if (shape.kind === 'list') return <ReadList path={path} items={shape.items} list={value as unknown[]} saying={saying} />;
  if (shape.kind === 'either') return <ReadEither path={path} options={shape.options} value={value} saying={saying} />;
  if (shape.kind === 'variant') {
    const word = String((value as Record<string, unknown>)[shape.tag]);
    const branch = shape.branches.find((one) => one.word === word);
    return <ReadFields path={path} fields={branch?.fields ?? []} value={value} saying={saying} lead={sayWord(patternOf(path), word, saying.language)} />;
  }
  return shape.kind === 'object' ? <ReadFields path={path} fields={shape.fields} value={value} saying={saying} /> : null;
}

function ReadEither({ path, options, value, saying }: Omit<ReadProps, 'node'> & { readonly options: readonly SchemaNode[] }) {
  const fitting = options.find((option) => {
    const shape = shapeOf(saying.root, option);
    return shape.kind === 'list' ? Array.isArray(value) : shape.kind === 'object' && (shape.fields[0]?.name ?? '') in (value as object);
  });
  return fitting ? <ReadValue path={path} node={fitting} value={value} saying={saying} /> : null;
}

interface ReadFieldsProps {
  readonly path: Path;
  readonly fields: readonly Field[];
  readonly value: unknown;
  readonly saying: Saying;
  readonly lead?: string;
  /** Said already, as the name of the row. */
  readonly named?: boolean;
}

function ReadFields({ path, fields, value, saying, lead, named = false }: ReadFieldsProps) {
  const here = value as Record<string, unknown>;
  const shown = fields.filter(({ name, node }) => name !== 'key' && here[name] !== undefined && here[name] !== null && shapeOf(saying.root, node).kind !== 'fixed' && !(named && /^(title|text|name)$/.test(name)));
  const nested = path.length > 2;
  const line = (field: Field) => (nested ? valueWords(field.node, [...path, field.name], here[field.name], saying) : null);
  const lines = shown.filter((field) => line(field) !== null);
  const blocks = shown.filter((field) => !lines.includes(field));
  return (
    <>
      {lead ? <p>{lead}</p> : null}
      {lines.length > 0 ? (
        <p className="read-line">
          {lines.map((field) => (
            <span key={field.name}>
              <span className="quiet">{nameAt(patternOf([...path, field.name]), saying.language)}</span> {line(field)}
            </span>
          ))}
        </p>
      ) : null}
      {blocks.length > 0 ? (
        <dl className="read-fields">
          {blocks.map(({ name, node }) => (
            <ReadField key={name} path={[...path, name]} node={node} value={here[name]} saying={saying} />
          ))}
        </dl>
      ) : null}
    </>
  );
}

function ReadList({ path, items, list, saying }: { readonly path: Path; readonly items: SchemaNode; readonly list: readonly unknown[]; readonly saying: Saying }) {
  const shape = shapeOf(saying.root, items);
  return (
    <ol className="read-list">
      {list.map((item, index) => {
        const here = [...path, String(index)];
        const name = nameOfItem(item, saying.language);
        if (shape.kind !== 'object' && shape.kind !== 'variant') return <li key={here.join('.')}>{valueWords(items, here, item, saying)}</li>;
        const branch = shape.kind === 'variant' ? shape.branches.find((one) => one.word === (item as Record<string, unknown>)[shape.tag]) : undefined;
        const fields = shape.kind === 'object' ? shape.fields : (branch?.fields ?? []);
        const kind = branch ? sayWord(patternOf(here), branch.word, saying.language) : undefined;
        return (
          <li key={here.join('.')}>
            {name ? <strong>{name}</strong> : null}
            <ReadFields path={here} fields={fields} value={item} saying={saying} named={name !== ''} {...(kind && kind !== name ? { lead: kind } : {})} />
          </li>
        );
      })}
    </ol>
  );
}
