import { useLanguage } from '../../../../ui/index.js';
import type { RulebookCondition } from '../../../../api/index.js';
import { useBook, useEditor, useField } from '../editor-context.js';
import { ConditionGroup } from './condition-group.js';
import { conditionWords } from './condition-words.js';
import { FieldFrame } from './field-frame.js';
import type { LeafProps } from './leaf-fields.js';
import { useTold } from './words.js';

/** Shown when earlier answers are so: one comparison, or several joined; below it the whole in words. */
export function ConditionField({ path, name }: LeafProps) {
  const t = useTold();
  const book = useBook();
  const language = useLanguage();
  const { readOnly } = useEditor();
  const [value, set] = useField(path);
  const condition = (value ?? { kind: 'answered', question: '' }) as RulebookCondition;
  const words = conditionWords(condition, book, language);
  return (
    <FieldFrame path={path} group {...(name === undefined ? {} : { name })}>
      {() =>
        readOnly ? (
          <span>{words}</span>
        ) : (
          <span className="condition-whole">
            <ConditionGroup condition={condition} onChange={set} depth={0} />
            <span className="hint">{t('when_says', { words })}</span>
          </span>
        )
      }
    </FieldFrame>
  );
}
