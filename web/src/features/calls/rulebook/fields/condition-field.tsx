import { useLanguage } from '../../../../ui/index.js';
import type { Rulebook, RulebookCondition, RulebookQuestion } from '../../../../api/index.js';
import { useBook, useEditor, useField } from '../editor-context.js';
import { questionsOf } from '../references.js';
import { FieldFrame } from './field-frame.js';
import type { LeafProps } from './leaf-fields.js';
import { conditionWords, OPERATORS, optionsOfQuestion, type SimpleCondition } from './condition-words.js';
import { say, useTold } from './words.js';

/** Shown when an earlier answer is so: a question, a comparison, a value. Nested conditions are told in words and kept. */
export function ConditionField({ path, name }: LeafProps) {
  const book = useBook();
  const language = useLanguage();
  const [value] = useField(path);
  const condition = value as RulebookCondition | undefined;
  const nested = condition && !('question' in condition);
  return (
    <FieldFrame path={path} group {...(name === undefined ? {} : { name })}>
      {() => (nested ? <span>{conditionWords(condition, book, language)}</span> : <Simple path={path} book={book} />)}
    </FieldFrame>
  );
}

function Simple({ path, book }: { readonly path: LeafProps['path']; readonly book: Rulebook }) {
  const t = useTold();
  const language = useLanguage();
  const { readOnly } = useEditor();
  const [value, set] = useField(path);
  const condition = (value ?? { kind: 'answered', question: '' }) as SimpleCondition;
  const asked = questionsOf(book).find(({ key }) => key === condition.question);
  return (
    <span className="condition">
      <select className="input" aria-label={t('choose')} disabled={readOnly} value={condition.question} onChange={(event) => set({ kind: 'answered', question: event.target.value })}>
        <option value="">{t('choose')}</option>
        {questionsOf(book).map((question) => (
          <option key={question.key} value={question.key}>
            {say(question.title, language)}
          </option>
        ))}
      </select>
      <select className="input" aria-label={t('choose')} disabled={readOnly} value={condition.kind} onChange={(event) => set(asKind(event.target.value as SimpleCondition['kind'], condition, asked, book))}>
        {Object.entries(OPERATORS).map(([kind, pair]) => (
          <option key={kind} value={kind}>
            {pair[language === 'zh' ? 0 : 1]}
          </option>
        ))}
      </select>
      <ComparedWith condition={condition} asked={asked} book={book} onChange={set} />
    </span>
  );
}

interface ComparedProps {
  readonly condition: SimpleCondition;
  readonly asked: RulebookQuestion | undefined;
  readonly book: Rulebook;
  readonly onChange: (condition: SimpleCondition) => void;
}

function ComparedWith({ condition, asked, book, onChange }: ComparedProps) {
  const t = useTold();
  const language = useLanguage();
  const { readOnly } = useEditor();
  if (condition.kind === 'answered') return null;
  const options = optionsOfQuestion(asked, book);
  if (condition.kind === 'at_least' || condition.kind === 'at_most') {
    return <input className="input tiny figures" aria-label={t('choose')} readOnly={readOnly} inputMode="decimal" value={String(condition.value)} onChange={(event) => onChange({ ...condition, value: Number(event.target.value) || 0 })} />;
  }
  const chosen = condition.kind === 'equals' ? String(condition.value) : String(condition.values[0] ?? '');
  const change = (word: string) => onChange(condition.kind === 'equals' ? { ...condition, value: word } : { ...condition, values: [word] });
  if (options.length === 0) return <input className="input" aria-label={t('choose')} readOnly={readOnly} value={chosen} onChange={(event) => change(event.target.value)} />;
  return (
    <select className="input" aria-label={t('choose')} disabled={readOnly} value={chosen} onChange={(event) => change(event.target.value)}>
      {options.map(({ key, title }) => (
        <option key={key} value={key}>
          {say(title, language)}
        </option>
      ))}
    </select>
  );
}

function asKind(kind: SimpleCondition['kind'], { question }: SimpleCondition, asked: RulebookQuestion | undefined, book: Rulebook): SimpleCondition {
  const first = optionsOfQuestion(asked, book)[0]?.key ?? '';
  if (kind === 'answered') return { kind, question };
  if (kind === 'one_of') return { kind, question, values: [first] };
  return kind === 'equals' ? { kind, question, value: first } : { kind, question, value: 0 };
}
