import { useLanguage } from '../../../../ui/index.js';
import { useBook, useEditor, useField } from '../editor-context.js';
import { sayWord } from '../labels/index.js';
import { patternOf, type Path } from '../paths.js';
import { optionsAt, type Option } from '../references.js';
import { FieldFrame } from './field-frame.js';
import type { LeafProps } from './leaf-fields.js';
import { useTold } from './words.js';

interface Ticks {
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (chosen: string[]) => void;
}

/** Ticked words in the order of the options, whatever the order of ticking. */
function TickList({ chosen, options, onChange }: Ticks) {
  const { readOnly } = useEditor();
  const toggle = (value: string, on: boolean) => onChange(options.map((option) => option.value).filter((one) => (one === value ? on : chosen.includes(one))));
  return (
    <span className="ticks">
      {options.map(({ value, label }) => (
        <label key={value} className="tick">
          <input type="checkbox" disabled={readOnly} checked={chosen.includes(value)} onChange={(event) => toggle(value, event.target.checked)} />
          {label}
        </label>
      ))}
    </span>
  );
}

export function ChoiceField({ path, name, words }: LeafProps & { readonly words: readonly (string | number)[] }) {
  const language = useLanguage();
  const { readOnly } = useEditor();
  const [value, set] = useField(path);
  const pattern = patternOf(path);
  return (
    <FieldFrame path={path} {...(name === undefined ? {} : { name })}>
      {(input) => (
        <select {...input} className="input" disabled={readOnly} value={String(value ?? '')} onChange={(event) => set(words.find((word) => String(word) === event.target.value))}>
          {words.map((word) => (
            <option key={word} value={String(word)}>
              {sayWord(pattern, word, language)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

export function SetField({ path, name, words }: LeafProps & { readonly words: readonly string[] }) {
  const language = useLanguage();
  const [value, set] = useField(path);
  const pattern = patternOf(path);
  const options = words.map((word) => ({ value: word, label: sayWord(pattern, word, language) }));
  return (
    <FieldFrame path={path} group {...(name === undefined ? {} : { name })}>
      {() => <TickList chosen={(value ?? []) as string[]} options={options} onChange={set} />}
    </FieldFrame>
  );
}

function useOptions(path: Path): readonly Option[] {
  const book = useBook();
  return optionsAt(patternOf(path), path, book) ?? [];
}

/** Something else in the rulebook, chosen by its title. */
export function ReferenceField({ path, name, mayBeEmpty = false }: LeafProps) {
  const t = useTold();
  const language = useLanguage();
  const { readOnly } = useEditor();
  const [value, set] = useField(path);
  const options = useOptions(path);
  const known = options.some((option) => option.value === value);
  return (
    <FieldFrame path={path} {...(name === undefined ? {} : { name })}>
      {(input) => (
        <select {...input} className="input" disabled={readOnly} value={known ? String(value) : ''} onChange={(event) => set(event.target.value === '' ? null : event.target.value)}>
          {known && !mayBeEmpty ? null : <option value="">{t(mayBeEmpty ? 'none' : 'choose')}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label[language] || option.label.zh}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

export function ReferenceListField({ path, name }: LeafProps) {
  const t = useTold();
  const language = useLanguage();
  const [value, set] = useField(path);
  const options = useOptions(path);
  return (
    <FieldFrame path={path} group {...(name === undefined ? {} : { name })}>
      {() =>
        options.length === 0 ? <span className="hint">{t('none')}</span> : <TickList chosen={(value ?? []) as string[]} options={options.map((option) => ({ value: option.value, label: option.label[language] || option.label.zh }))} onChange={set} />
      }
    </FieldFrame>
  );
}
