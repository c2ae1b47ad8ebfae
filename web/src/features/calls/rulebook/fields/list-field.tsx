import { useState } from 'react';
import { Icon, useLanguage } from '../../../../ui/index.js';
import { blankItem } from '../blank.js';
import { useEditor, useField } from '../editor-context.js';
import { movedGrounds } from '../grounds.js';
import { nameAt } from '../labels/index.js';
import { dotted, patternOf, type Path } from '../paths.js';
import { shapeOf, type SchemaNode } from '../schema.js';
import { anchorOf } from './field-frame.js';
import { Fields, GroupName, VariantField, type DrawNode } from './group-fields.js';
import { nameOfItem, useTold } from './words.js';

interface ListProps {
  readonly path: Path;
  readonly items: SchemaNode;
  readonly Node: DrawNode;
}

/** Rows that can be added, moved and removed. Records fold to their name; single values stand in one line. */
export function ListField({ path, items, Node }: ListProps) {
  const t = useTold();
  const { readOnly } = useEditor();
  const [value] = useField(path);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <fieldset className="rule-group rule-list" id={anchorOf(path)}>
      <GroupName path={path} />
      {list.length === 0 ? <p className="hint">{t('list_empty')}</p> : null}
      <ol>
        {list.map((item, index) => (
          <Row key={rowKey(item, index)} path={path} index={index} items={items} Node={Node} item={item} />
        ))}
      </ol>
      {readOnly ? null : <AddRow path={path} items={items} />}
    </fieldset>
  );
}

const rowKey = (item: unknown, index: number): string => {
  const { key } = (item ?? {}) as { key?: unknown };
  return typeof key === 'string' && key ? key : String(index);
};

export function AddRow({ path, items, word }: { readonly path: Path; readonly items: SchemaNode; readonly word?: string }) {
  const t = useTold();
  const language = useLanguage();
  const { root, store } = useEditor();
  const [value, set] = useField(path);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <button type="button" className="button" onClick={() => set([...list, blankItem(root, items, store.book, path)])}>
      <Icon name="plus" />
      {word ?? t('add', { what: nameAt(patternOf(path), language) })}
    </button>
  );
}

interface RowProps extends ListProps {
  readonly index: number;
  readonly item: unknown;
}

function Row({ path, index, items, Node, item }: RowProps) {
  const { root } = useEditor();
  const shape = shapeOf(root, items);
  const here = [...path, String(index)];
  if (shape.kind !== 'object' && shape.kind !== 'variant') {
    return (
      <li className="rule-line">
        <Node path={here} node={items} />
        <RowTools path={path} index={index} item={item} />
      </li>
    );
  }
  return (
    <Folded path={path} index={index} item={item}>
      {shape.kind === 'object' ? <Fields path={here} Node={Node} fields={shape.fields} /> : <VariantField path={here} Node={Node} tag={shape.tag} branches={shape.branches} />}
    </Folded>
  );
}

interface FoldedProps {
  readonly path: Path;
  readonly index: number;
  readonly item: unknown;
  readonly children: React.ReactNode;
  /** Beside the name while folded. */
  readonly beside?: React.ReactNode;
}

/** One record under its name; opened at once when something in it is wrong. */
export function Folded({ path, index, item, children, beside }: FoldedProps) {
  const t = useTold();
  const language = useLanguage();
  const { problems } = useEditor();
  const here = dotted([...path, String(index)]);
  const wrong = [...problems.keys()].filter((at) => at === here || at.startsWith(`${here}.`)).length;
  const [open, setOpen] = useState(false);
  const name = nameOfItem(item, language) || t('nameless', { number: index + 1 });
  return (
    <li className="folded" id={anchorOf([...path, String(index)])}>
      <details open={open || undefined} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Icon name="down" />
          <span className="item-name">{name}</span>
          {beside}
          {wrong > 0 ? <span className="count-mark tone-late">{t('problem_here', { count: wrong })}</span> : null}
        </summary>
        {open ? <div className="folded-body">{children}</div> : null}
      </details>
      <RowTools path={path} index={index} item={item} />
    </li>
  );
}

export function RowTools({ path, index, item }: { readonly path: Path; readonly index: number; readonly item: unknown }) {
  const t = useTold();
  const language = useLanguage();
  const { readOnly, store } = useEditor();
  const [value] = useField(path);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  if (readOnly) return null;
  const what = nameOfItem(item, language) || t('nameless', { number: index + 1 });
  const others = list.map((_, at) => at).filter((at) => at !== index);
  const order = (rows: readonly number[]) =>
    store.setAll([[path, rows.map((at) => list[at])], ...(store.book.basis ? [[['basis'], movedGrounds(store.book.basis, path, rows)] as const] : [])]);
  const move = (to: number) => order([...others.slice(0, to), index, ...others.slice(to)]);
  return (
    <span className="row-tools no-print">
      <button type="button" aria-label={t('up', { what })} disabled={index === 0} onClick={() => move(index - 1)}>
        <Icon name="up" />
      </button>
      <button type="button" aria-label={t('down', { what })} disabled={index === list.length - 1} onClick={() => move(index + 1)}>
        <Icon name="up" className="turned" />
      </button>
      <button type="button" aria-label={t('remove', { what })} onClick={() => order(others)}>
        <Icon name="trash" />
      </button>
    </span>
  );
}
