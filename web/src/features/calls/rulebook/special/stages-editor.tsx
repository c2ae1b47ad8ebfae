import { useLanguage, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook, useEditor, useField } from '../editor-context.js';
import { anchorOf, Problems } from '../fields/field-frame.js';
import { fromLocal, toLocal } from '../fields/leaf-fields.js';
import { AddRow, RowTools } from '../fields/list-field.js';
import { GroupName, VariantField } from '../fields/group-fields.js';
import { NodeField } from '../fields/node-field.js';
import { nameAt } from '../labels/index.js';
import type { Path } from '../paths.js';
import { shapeOf } from '../schema.js';
import { NameCell, WordCell } from './cells.js';
import { useBranches, useFields, useItems } from './use-schema.js';

const STAGES: Path = ['stages'];

/** The line of stages as rows: kind, name, from, to; and who goes on. */
export function StagesEditor() {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  const items = useItems(STAGES);
  const stages = useBook().stages ?? [];
  return (
    <fieldset className="rule-group stages-editor" id={anchorOf(STAGES)}>
      <GroupName path={STAGES} />
      <ol>
        {stages.map((stage, index) => (
          <StageRow key={stage.key} index={index} />
        ))}
      </ol>
      {readOnly ? null : <AddRow path={STAGES} items={items} word={t('stage_add')} />}
      <NodeField path={['deadline', 'graceSeconds']} node={{ type: 'integer', minimum: 0 }} />
      <NodeField path={['deadline', 'sealed']} node={{ type: 'boolean' }} />
      <Problems path={['deadline']} />
      <Problems path={['deadline', 'at']} />
    </fieldset>
  );
}

function StageRow({ index }: { readonly index: number }) {
  const language = useLanguage();
  const here = [...STAGES, String(index)];
  const [stage] = useField(here);
  const fields = useFields(here);
  const { root } = useEditor();
  const kind = fields.find(({ name }) => name === 'kind');
  const shape = kind ? shapeOf(root, kind.node) : null;
  const cut = useBranches(fields.find(({ name }) => name === 'cut')?.node ?? {});
  const label = (name: string) => nameAt(`stages.*.${name}`, language);
  return (
    <li className="stage-row" id={anchorOf(here)}>
      <WordCell path={[...here, 'kind']} label={label('kind')} words={shape?.kind === 'choice' ? shape.words : []} />
      <NameCell path={[...here, 'title']} label={label('title')} />
      <InstantCell path={[...here, 'opensAt']} label={label('opensAt')} index={index} />
      <InstantCell path={[...here, 'closesAt']} label={label('closesAt')} index={index} />
      <RowTools path={STAGES} index={index} item={stage} />
      <span className="stage-cut">
        <VariantField path={[...here, 'cut']} Node={NodeField} tag={cut.tag} branches={cut.branches} />
      </span>
      <Problems path={here} />
    </li>
  );
}

/** The end of the application stage is the deadline: both are written at once. */
function InstantCell({ path, label, index }: { readonly path: Path; readonly label: string; readonly index: number }) {
  const { readOnly, store } = useEditor();
  const [value] = useField(path);
  const change = (local: string) => {
    const at = local === '' ? null : fromLocal(local);
    const isDeadline = path.at(-1) === 'closesAt' && store.book.stages[index]?.kind === 'application';
    store.setAll(isDeadline ? [[path, at], [['deadline', 'at'], at ?? '']] : [[path, at]]);
  };
  return (
    <span className="cell" id={anchorOf(path)}>
      <span className="cell-name">{label}</span>
      <input type="datetime-local" className="input" aria-label={label} readOnly={readOnly} value={toLocal(value)} onChange={(event) => change(event.target.value)} />
      <Problems path={path} />
    </span>
  );
}
