import { useLanguage, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook, useEditor, useField } from '../editor-context.js';
import { anchorOf, Problems } from '../fields/field-frame.js';
import { Fields, GroupName } from '../fields/group-fields.js';
import { AddRow, RowTools } from '../fields/list-field.js';
import { NodeField } from '../fields/node-field.js';
import { nameAt } from '../labels/index.js';
import { patternOf, type Path } from '../paths.js';
import { NameCell, NumberCell } from './cells.js';
import { useFields, useItems } from './use-schema.js';
import { WeightSum } from './weight-sum.js';

const STAGES = ['scoring', 'stages'] as const;

/** The tree of a score: stages, blocs, criteria, each with its weight and the sum of its level. */
export function ScoringEditor() {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  const stages = useBook().scoring?.stages ?? [];
  const fields = useFields(['scoring']);
  const items = useItems(STAGES);
  return (
    <>
      <fieldset className="rule-group score-tree" id={anchorOf(STAGES)}>
        <GroupName path={STAGES} />
        <WeightSum weights={stages.map(({ weight }) => weight)} />
        <ol>
          {stages.map((stage, index) => (
            <StageNode key={stage.key} index={index} />
          ))}
        </ol>
        {readOnly ? null : <AddRow path={STAGES} items={items} word={t('tree_add_stage')} />}
      </fieldset>
      <h3>{t('tree_rest')}</h3>
      <Fields path={['scoring']} Node={NodeField} fields={fields} leaveOut={['stages']} />
    </>
  );
}

function StageNode({ index }: { readonly index: number }) {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  const here = [...STAGES, String(index)];
  const blocsAt = [...here, 'blocs'];
  const [value] = useField(here);
  const items = useItems(blocsAt);
  const stage = value as { blocs?: { key: string; weight: number }[] };
  const blocs = stage.blocs ?? [];
  return (
    <li className="tree-node" id={anchorOf(here)}>
      <NodeHead path={here} list={STAGES} index={index} />
      <NodeDetails path={here} leaveOut={['title', 'weight', 'blocs']} />
      <ol>
        {blocs.map((bloc, at) => (
          <BlocNode key={bloc.key} list={blocsAt} index={at} />
        ))}
      </ol>
      <p className="tree-foot">
        {readOnly ? null : <AddRow path={blocsAt} items={items} word={t('tree_add_bloc')} />}
        <WeightSum weights={blocs.map(({ weight }) => weight)} />
      </p>
    </li>
  );
}

function BlocNode({ list, index }: { readonly list: Path; readonly index: number }) {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  const here = [...list, String(index)];
  const criteriaAt = [...here, 'criteria'];
  const [value] = useField(here);
  const items = useItems(criteriaAt);
  const criteria = (value as { criteria?: { key: string; weight: number }[] }).criteria ?? [];
  return (
    <li className="tree-node bloc" id={anchorOf(here)}>
      <NodeHead path={here} list={list} index={index} />
      <NodeDetails path={here} leaveOut={['title', 'weight', 'criteria']} />
      <ol className="criteria">
        {criteria.map((criterion, at) => (
          <CriterionNode key={criterion.key} list={criteriaAt} index={at} />
        ))}
      </ol>
      <p className="tree-foot">
        {readOnly ? null : <AddRow path={criteriaAt} items={items} word={t('tree_add_criterion')} />}
        <WeightSum weights={criteria.map(({ weight }) => weight)} />
      </p>
    </li>
  );
}

function CriterionNode({ list, index }: { readonly list: Path; readonly index: number }) {
  const here = [...list, String(index)];
  return (
    <li className="tree-node criterion" id={anchorOf(here)}>
      <NodeHead path={here} list={list} index={index} />
      <NodeDetails path={here} leaveOut={['title', 'weight']} />
    </li>
  );
}

/** Name, weight and the tools of one node in a line. */
function NodeHead({ path, list, index }: { readonly path: Path; readonly list: Path; readonly index: number }) {
  const language = useLanguage();
  const [item] = useField(path);
  const pattern = patternOf(path);
  return (
    <div className="tree-head">
      <NameCell path={[...path, 'title']} label={nameAt(`${pattern}.title`, language)} />
      <NumberCell path={[...path, 'weight']} label={nameAt(`${pattern}.weight`, language)} unit="%" />
      <RowTools path={list} index={index} item={item} />
      <Problems path={path} />
    </div>
  );
}

function NodeDetails({ path, leaveOut }: { readonly path: Path; readonly leaveOut: readonly string[] }) {
  const t = useTexts(editorTexts);
  const fields = useFields(path);
  return (
    <details className="tree-details">
      <summary>{t('tree_details')}</summary>
      <Fields path={path} Node={NodeField} fields={fields} leaveOut={leaveOut} />
    </details>
  );
}
