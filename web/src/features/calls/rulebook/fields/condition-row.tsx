import { useState } from 'react';
import { useLanguage } from '../../../../ui/index.js';
import type { Rulebook, RulebookCondition, RulebookQuestion } from '../../../../api/index.js';
import { useBook } from '../editor-context.js';
import { questionsOf } from '../references.js';
import { OPERATORS, optionsOfQuestion, type SimpleCondition } from './condition-words.js';
import { readList, readMeasure, shownFor, writeList, writeMeasure, type Typed } from './typed-value.js';
import { say, useTold } from './words.js';

interface RowProps {
  readonly condition: SimpleCondition;
  readonly onChange: (condition: RulebookCondition) => void;
}

/** One comparison: a question, how it is compared, and with what. */
export function ConditionRow({ condition, onChange }: RowProps) {
  const t = useTold();
  const language = useLanguage();
  const book = useBook();
  const asked = questionsOf(book).find(({ key }) => key === condition.question);
  return (
    <span className="condition">
      <select className="input" aria-label={t('when_question')} value={condition.question} onChange={(event) => onChange({ kind: 'answered', question: event.target.value })}>
        <option value="">{t('choose')}</option>
        {questionsOf(book).map((question) => (
          <option key={question.key} value={question.key}>
            {say(question.title, language)}
          </option>
        ))}
      </select>
      <select className="input" aria-label={t('when_compare')} value={condition.kind} onChange={(event) => onChange(asKind(event.target.value as SimpleCondition['kind'], condition, asked, book))}>
        {Object.entries(OPERATORS).map(([kind, pair]) => (
          <option key={kind} value={kind}>
            {pair[language === 'zh' ? 0 : 1]}
          </option>
        ))}
      </select>
      <ComparedWith condition={condition} asked={asked} book={book} onChange={onChange} />
    </span>
  );
}

interface ComparedProps extends RowProps {
  readonly asked: RulebookQuestion | undefined;
  readonly book: Rulebook;
}

function ComparedWith({ condition, asked, book, onChange }: ComparedProps) {
  const options = optionsOfQuestion(asked, book);
  switch (condition.kind) {
    case 'answered':
      return null;
    case 'at_least':
    case 'at_most':
      return <Measure money={asked?.kind === 'money'} value={condition.value} onValue={(value) => onChange({ ...condition, value })} />;
    case 'equals':
      return options.length > 0 ? <OneOption options={options} chosen={String(condition.value)} onChoose={(value) => onChange({ ...condition, value })} /> : <Words text={String(condition.value)} onText={(value) => onChange({ ...condition, value })} />;
    case 'one_of':
      return options.length > 0 ? <SeveralOptions options={options} chosen={condition.values} onChoose={(values) => onChange({ ...condition, values })} /> : <List values={condition.values} onValues={(values) => onChange({ ...condition, values })} />;
  }
}

type Options = ReturnType<typeof optionsOfQuestion>;

function OneOption({ options, chosen, onChoose }: { readonly options: Options; readonly chosen: string; readonly onChoose: (key: string) => void }) {
  const t = useTold();
  const language = useLanguage();
  return (
    <select className="input" aria-label={t('when_value')} value={chosen} onChange={(event) => onChoose(event.target.value)}>
      {options.map(({ key, title }) => (
        <option key={key} value={key}>
          {say(title, language)}
        </option>
      ))}
    </select>
  );
}

function SeveralOptions({ options, chosen, onChoose }: { readonly options: Options; readonly chosen: readonly (string | number)[]; readonly onChoose: (keys: string[]) => void }) {
  const t = useTold();
  const language = useLanguage();
  const keys = options.map(({ key }) => key);
  return (
    <span className="ticks" role="group" aria-label={t('when_value')}>
      {options.map(({ key, title }) => (
        <label key={key} className="tick">
          <input type="checkbox" checked={chosen.includes(key)} onChange={(event) => onChoose(keys.filter((one) => (one === key ? event.target.checked : chosen.includes(one))))} />
          {say(title, language)}
        </label>
      ))}
    </span>
  );
}

function Words({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const t = useTold();
  return <input className="input" aria-label={t('when_value')} value={text} onChange={(event) => onText(event.target.value)} />;
}

function useTypedFor(written: string): [string, (text: string, readAs: string) => void] {
  const [typed, setTyped] = useState<Typed>({ text: written, readAs: written });
  return [shownFor(typed, written), (text, readAs) => setTyped({ text, readAs })];
}

function List({ values, onValues }: { readonly values: readonly (string | number)[]; readonly onValues: (values: string[]) => void }) {
  const t = useTold();
  const [text, keep] = useTypedFor(writeList(values));
  const change = (next: string) => {
    const read = readList(next);
    keep(next, writeList(read));
    onValues(read);
  };
  return <input className="input" aria-label={t('when_value')} placeholder={t('when_several')} value={text} onChange={(event) => change(event.target.value)} />;
}

/** Sums of money are typed in yuan and kept in fen. */
function Measure({ money, value, onValue }: { readonly money: boolean; readonly value: number; readonly onValue: (value: number) => void }) {
  const t = useTold();
  const [text, keep] = useTypedFor(writeMeasure(value, money));
  const change = (next: string) => {
    const number = readMeasure(next, money);
    keep(next, writeMeasure(number ?? value, money));
    if (number !== null) onValue(number);
  };
  return (
    <span className="number-cell">
      <input className="input tiny figures" aria-label={t('when_value')} aria-invalid={readMeasure(text, money) === null || undefined} inputMode="decimal" value={text} onChange={(event) => change(event.target.value)} />
      {money ? <span className="unit">{t('yuan')}</span> : null}
    </span>
  );
}

function asKind(kind: SimpleCondition['kind'], before: SimpleCondition, asked: RulebookQuestion | undefined, book: Rulebook): SimpleCondition {
  const { question } = before;
  const first = optionsOfQuestion(asked, book)[0]?.key ?? '';
  const measure = 'value' in before && typeof before.value === 'number' ? before.value : 0;
  if (kind === 'answered') return { kind, question };
  if (kind === 'one_of') return { kind, question, values: first ? [first] : [] };
  return kind === 'equals' ? { kind, question, value: first } : { kind, question, value: measure };
}
