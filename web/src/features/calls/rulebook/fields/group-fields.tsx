import type { ComponentType } from 'react';
import { Icon, inLanguage, useLanguage } from '../../../../ui/index.js';
import { asBranch, blankOf } from '../blank.js';
import { useEditor, useField } from '../editor-context.js';
import { labelAt, nameAt, sayWord } from '../labels/index.js';
import { patternOf, type Path } from '../paths.js';
import { shapeOf, type Branch, type Field, type SchemaNode, type Shape } from '../schema.js';
import { BasisMark } from './basis-mark.js';
import { anchorOf, FieldFrame, Problems } from './field-frame.js';
import { useTold } from './words.js';

/** Draws whatever stands at a place. Groups are given it, so that the drawing of a group and of its members stay apart. */
export type DrawNode = ComponentType<{ readonly path: Path; readonly node: SchemaNode; readonly mayBeEmpty?: boolean }>;

interface GroupProps {
  readonly path: Path;
  readonly Node: DrawNode;
}

/** The fields of an object: those that are set, and below them what could be added. */
export function Fields({ path, Node, fields, leaveOut = [] }: GroupProps & { readonly fields: readonly Field[]; readonly leaveOut?: readonly string[] }) {
  const [value] = useField(path);
  const { root, readOnly } = useEditor();
  const here = (value ?? {}) as Record<string, unknown>;
  const seen = fields.filter(({ name, node }) => name !== 'key' && !leaveOut.includes(name) && shapeOf(root, node).kind !== 'fixed');
  const shown = seen.filter(({ name, required }) => required || here[name] !== undefined);
  const unset = seen.filter((field) => !shown.includes(field));
  return (
    <>
      {shown.map((field) => (
        <OptionalShell key={field.name} path={[...path, field.name]} removable={!field.required && !readOnly}>
          <Node path={[...path, field.name]} node={field.node} />
        </OptionalShell>
      ))}
      {readOnly || unset.length === 0 ? null : <Addable path={path} fields={unset} />}
    </>
  );
}

function OptionalShell({ path, removable, children }: { readonly path: Path; readonly removable: boolean; readonly children: React.ReactNode }) {
  const t = useTold();
  const [, set] = useField(path);
  if (!removable) return children;
  return (
    <div className="optional-shell">
      {children}
      <button type="button" className="link-button" onClick={() => set(undefined)}>
        {t('unset')}
      </button>
    </div>
  );
}

function Addable({ path, fields }: { readonly path: Path; readonly fields: readonly Field[] }) {
  const language = useLanguage();
  const { root, store } = useEditor();
  return (
    <p className="addable no-print">
      {fields.map(({ name, node }) => (
        <button key={name} type="button" className="button plain" onClick={() => store.set([...path, name], blankOf(root, node))}>
          <Icon name="plus" />
          {nameAt(patternOf([...path, name]), language)}
        </button>
      ))}
    </p>
  );
}

/** A group under a heading of its own. */
export function ObjectField({ path, Node, fields }: GroupProps & { readonly fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <fieldset className="rule-group" id={anchorOf(path)}>
      <GroupName path={path} />
      <Fields path={path} Node={Node} fields={fields} />
    </fieldset>
  );
}

export function GroupName({ path }: { readonly path: Path }) {
  const language = useLanguage();
  const label = labelAt(patternOf(path));
  return (
    <legend>
      {label ? inLanguage(label.name, language) : null}
      <BasisMark path={path} />
      {label?.help ? <span className="hint">{inLanguage(label.help, language)}</span> : null}
      <Problems path={path} />
    </legend>
  );
}

/** A choice that decides which fields follow; what both kinds have keeps its value. */
export function VariantField({ path, Node, tag, branches, leaveOut = [] }: GroupProps & { readonly tag: string; readonly branches: readonly Branch[]; readonly leaveOut?: readonly string[] }) {
  const [value] = useField(path);
  const word = (value as Record<string, unknown> | undefined)?.[tag];
  const branch = branches.find((one) => one.word === word);
  return (
    <div className="rule-variant">
      <VariantChoice path={path} tag={tag} branches={branches} />
      {branch && branch.fields.length > 0 ? (
        <div className="rule-indent">
          <Fields path={path} Node={Node} fields={branch.fields} leaveOut={leaveOut} />
        </div>
      ) : null}
    </div>
  );
}

export function VariantChoice({ path, tag, branches }: { readonly path: Path; readonly tag: string; readonly branches: readonly Branch[] }) {
  const language = useLanguage();
  const { root, readOnly } = useEditor();
  const [value, set] = useField(path);
  const pattern = patternOf(path);
  const word = (value as Record<string, unknown> | undefined)?.[tag];
  const choose = (next: string) => {
    const branch = branches.find((one) => one.word === next);
    if (branch) set(withKey(asBranch(root, tag, branch, value), value));
  };
  return (
    <FieldFrame path={path} {...(labelAt(pattern) ? {} : { name: kindName(pattern, language) })}>
      {(input) => (
        <select {...input} className="input" disabled={readOnly} value={String(word ?? '')} onChange={(event) => choose(event.target.value)}>
          {branches.map((branch) => (
            <option key={branch.word} value={branch.word}>
              {sayWord(pattern, branch.word, language)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

const KIND = ['类型', 'Kind'] as const;
const kindName = (pattern: string, language: 'zh' | 'en'): string => nameAt(`${pattern}.kind`, language) || inLanguage(KIND, language);

/** A row keeps its key when it becomes another kind: others refer to it. */
function withKey(next: Record<string, unknown>, before: unknown): Record<string, unknown> {
  const { key } = (before ?? {}) as { key?: unknown };
  return key === undefined ? next : { ...next, key };
}

/** A whole group that may be left out altogether: a roadshow, a notice of evaluations. */
export function OptionalGroup({ path, Node, inner }: GroupProps & { readonly inner: SchemaNode }) {
  const t = useTold();
  const { root, readOnly } = useEditor();
  const [value, set] = useField(path);
  const empty = value === null || value === undefined;
  const toggle = () => set(empty ? blankOf(root, inner) : null);
  return (
    <div className="optional-group">
      {empty ? (
        <fieldset className="rule-group" id={anchorOf(path)}>
          <GroupName path={path} />
          <p className="hint">{t('not_set')}</p>
        </fieldset>
      ) : (
        <Node path={path} node={inner} />
      )}
      {readOnly ? null : (
        <button type="button" className={empty ? 'button' : 'link-button'} onClick={toggle}>
          {t(empty ? 'set' : 'unset')}
        </button>
      )}
    </div>
  );
}

export const isLeaf = ({ kind }: Shape): boolean => !['object', 'variant', 'list', 'either'].includes(kind);
