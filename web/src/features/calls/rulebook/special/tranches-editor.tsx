import { useLanguage, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook, useEditor } from '../editor-context.js';
import { anchorOf } from '../fields/field-frame.js';
import { Fields, GroupName } from '../fields/group-fields.js';
import { AddRow, Folded } from '../fields/list-field.js';
import { NodeField } from '../fields/node-field.js';
import { say } from '../fields/words.js';
import { WeightSum } from './weight-sum.js';
import { useFields, useItems } from './use-schema.js';

const LIST = ['tranches', 'tranches'] as const;

/** The payments as one bar, then each with its conditions. */
export function TranchesEditor() {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  const { by, tranches = [] } = useBook().tranches ?? {};
  const fields = useFields(['tranches']);
  const items = useItems(LIST);
  return (
    <>
      <Fields path={['tranches']} Node={NodeField} fields={fields} leaveOut={['tranches']} />
      <fieldset className="rule-group rule-list" id={anchorOf(LIST)}>
        <GroupName path={LIST} />
        {by === 'percent' ? <ShareBar /> : null}
        <ol>
          {tranches.map((tranche, index) => (
            <Folded key={tranche.key} path={LIST} index={index} item={tranche} beside={by === 'percent' ? <span className="figures quiet">{tranche.percent ?? 0}%</span> : null}>
              <TrancheFields index={index} />
            </Folded>
          ))}
        </ol>
        {readOnly ? null : <AddRow path={LIST} items={items} word={t('tranche_add')} />}
      </fieldset>
    </>
  );
}

function TrancheFields({ index }: { readonly index: number }) {
  const here = [...LIST, String(index)];
  return <Fields path={here} Node={NodeField} fields={useFields(here)} />;
}

function ShareBar() {
  const language = useLanguage();
  const tranches = useBook().tranches.tranches ?? [];
  return (
    <div className="share-bar">
      <div aria-hidden="true">
        {tranches.map((tranche) => (
          <span key={tranche.key} style={{ flexGrow: tranche.percent ?? 0 }}>
            {say(tranche.title, language)} {tranche.percent ?? 0}%
          </span>
        ))}
      </div>
      <WeightSum weights={tranches.map(({ percent }) => percent)} />
    </div>
  );
}
