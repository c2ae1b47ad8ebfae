import { useState } from 'react';
import { inLanguage, useLanguage } from '../../../../ui/index.js';
import { blankBranch } from '../blank.js';
import { useBook, useEditor, useField } from '../editor-context.js';
import { BasisEditor } from '../fields/basis-editor.js';
import { anchorOf } from '../fields/field-frame.js';
import { Fields, GroupName } from '../fields/group-fields.js';
import { Folded } from '../fields/list-field.js';
import { NodeField } from '../fields/node-field.js';
import { useTold } from '../fields/words.js';
import { eligibilityNames } from '../labels/index.js';
import { useBranches, useItems, useNode } from './use-schema.js';

const RULES = ['eligibility'] as const;
const USUAL_MOMENTS = ['self_check', 'submission', 'screening'];

/** Rules are picked from the library, worded, and given their measure. */
export function EligibilityEditor() {
  const t = useTold();
  const language = useLanguage();
  const { readOnly } = useEditor();
  const rules = useBook().eligibility ?? [];
  const { branches } = useBranches(useItems(RULES));
  const preferences = useNode(['preferences']);
  return (
    <>
      <fieldset className="rule-group rule-list" id={anchorOf(RULES)}>
        <GroupName path={RULES} />
        {rules.length === 0 ? <p className="hint">{t('list_empty')}</p> : null}
        <ol>
          {rules.map((rule, index) => (
            <Folded key={`${rule.id} ${index}`} path={RULES} index={index} item={rule} beside={<span className="quiet">{inLanguage(eligibilityNames[rule.id] ?? ['', ''], language)}</span>}>
              <Fields path={[...RULES, String(index)]} Node={NodeField} fields={branches.find(({ word }) => word === rule.id)?.fields ?? []} />
              <BasisEditor path={[...RULES, String(index)]} />
            </Folded>
          ))}
        </ol>
        {readOnly ? null : <PickRule />}
      </fieldset>
      <NodeField path={['preferences']} node={preferences} />
    </>
  );
}

function PickRule() {
  const t = useTold();
  const language = useLanguage();
  const { root } = useEditor();
  const [rules, set] = useField(RULES);
  const { tag, branches } = useBranches(useItems(RULES));
  const [picked, setPicked] = useState('');
  const list = (rules ?? []) as { id: string }[];
  const add = () => {
    const branch = branches.find(({ word }) => word === picked);
    if (!branch) return;
    const [zh, en] = eligibilityNames[picked] ?? ['', ''];
    set([...list, { ...blankBranch(root, tag, branch), text: { zh, en }, effect: 'exclude', moments: USUAL_MOMENTS }]);
    setPicked('');
  };
  return (
    <span className="pick-rule">
      <select className="input" aria-label={t('choose')} value={picked} onChange={(event) => setPicked(event.target.value)}>
        <option value="">{t('choose')}</option>
        {branches.map(({ word }) => (
          <option key={word} value={word} disabled={list.some(({ id }) => id === word)}>
            {inLanguage(eligibilityNames[word] ?? [word, word], language)}
          </option>
        ))}
      </select>
      <button type="button" className="button" disabled={picked === ''} onClick={add}>
        {t('add_row')}
      </button>
    </span>
  );
}
