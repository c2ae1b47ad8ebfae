import { useEffect, useState } from 'react';
import { formatFen, inLanguage, parseFen, useLanguage } from '../../../../ui/index.js';
import { useEditor, useField } from '../editor-context.js';
import { labelAt, nameAt } from '../labels/index.js';
import { patternOf, type Path } from '../paths.js';
import { FieldFrame, Problems, type FrameProps } from './field-frame.js';
import { useTold, type Sentence } from './words.js';

export interface LeafProps {
  readonly path: Path;
  readonly name?: string;
  /** The place may be left empty, and is then null. */
  readonly mayBeEmpty?: boolean;
}

const LONG = /(text|help|guidance|description|purpose|declaration|channel|clauses\.\*)$/;
const framed = ({ path, name }: LeafProps): Pick<FrameProps, 'path' | 'name'> => ({ path, ...(name === undefined ? {} : { name }) });

/** Chinese first, English beside it; English left empty says the same as the Chinese. */
export function SentenceField(props: LeafProps) {
  const t = useTold();
  const language = useLanguage();
  const { readOnly } = useEditor();
  const [value, set] = useField(props.path);
  const { zh = '', en = '' } = (value ?? {}) as Partial<Sentence>;
  const long = LONG.test(patternOf(props.path));
  const change = (next: string) => set({ zh: next, en: en === '' || en === zh ? next : en });
  const Input = long ? 'textarea' : 'input';
  return (
    <FieldFrame {...framed(props)}>
      {(input) => (
        <span className="sentence">
          <Input {...input} className="input" readOnly={readOnly} value={zh} {...(long ? { rows: 2 } : {})} onChange={(event) => change(event.target.value)} />
          <Input className="input foreign" lang="en" readOnly={readOnly} aria-label={`${nameHere(props, language)} ${t('en')}`} placeholder={t('en_same')} value={en === zh ? '' : en} {...(long ? { rows: 2 } : {})} onChange={(event) => set({ zh, en: event.target.value || zh })} />
          <Problems path={[...props.path, 'zh']} />
        </span>
      )}
    </FieldFrame>
  );
}

const nameHere = ({ path, name }: LeafProps, language: 'zh' | 'en'): string => name ?? nameAt(patternOf(path), language);

export function TextValueField(props: LeafProps) {
  const { readOnly } = useEditor();
  const [value, set] = useField(props.path);
  return (
    <FieldFrame {...framed(props)}>
      {(input) => <input {...input} className="input" readOnly={readOnly} value={typeof value === 'string' ? value : ''} onChange={(event) => set(event.target.value === '' && props.mayBeEmpty ? null : event.target.value)} />}
    </FieldFrame>
  );
}

interface TypedProps extends LeafProps {
  readonly write: (value: unknown) => string;
  /** `undefined` where what is typed is no value of this kind. */
  readonly read: (text: string) => number | null | undefined;
  readonly wrong: string;
  readonly unit?: string;
  /** After the unit: what the number comes to. */
  readonly comesTo?: string;
}

/** A number that may pass through half-typed texts; it is taken over as soon as it can be read. */
function TypedField({ write, read: readTyped, wrong, unit, comesTo, ...props }: TypedProps) {
  const read = (text: string) => (props.mayBeEmpty && text.trim() === '' ? null : readTyped(text));
  const { readOnly } = useEditor();
  const [value, set] = useField(props.path);
  const [typed, setTyped] = useState(() => write(value));
  const misread = read(typed) === undefined;
  useEffect(() => {
    setTyped((before) => (read(before) === value ? before : write(value)));
    // The functions are the same ones at each drawing in all but name.
  }, [value]);
  const change = (text: string) => {
    setTyped(text);
    const next = read(text);
    if (next !== undefined) set(next);
  };
  return (
    <FieldFrame {...framed(props)}>
      {(input) => (
        <>
          <input {...input} className="input short figures" inputMode="decimal" readOnly={readOnly} value={typed} aria-invalid={misread || input['aria-invalid']} onChange={(event) => change(event.target.value)} onBlur={() => (misread ? setTyped(write(value)) : undefined)} />
          {unit ? <span className="unit">{unit}</span> : null}
          {comesTo ? <span className="unit comes-to">{comesTo}</span> : null}
          {misread ? <span className="rule-problems"><span className="tone-late">{wrong}</span></span> : null}
        </>
      )}
    </FieldFrame>
  );
}

const asNumber = (text: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(text.normalize('NFKC').trim()) ? Number(text.normalize('NFKC').trim()) : undefined);
const shown = (value: unknown): string => (typeof value === 'number' ? String(value) : '');

export function NumberField(props: LeafProps) {
  const t = useTold();
  const [value] = useField(props.path);
  const pattern = patternOf(props.path);
  if (pattern.endsWith('.maxBytes')) return <MegabyteField {...props} />;
  const seconds = /Seconds$/.test(pattern) && typeof value === 'number' && value >= 60 ? t('minutes', { minutes: Math.round((value / 60) * 10) / 10 }) : '';
  return <TypedField {...props} write={shown} read={asNumber} wrong={t('not_number')} {...(seconds ? { comesTo: seconds } : {})} />;
}

const MEGABYTE = 1_000_000;

function MegabyteField(props: LeafProps) {
  const t = useTold();
  return <TypedField {...props} write={(value) => (typeof value === 'number' ? String(value / MEGABYTE) : '')} read={(text) => scaled(asNumber(text))} wrong={t('not_number')} />;
}

const scaled = (megabytes: number | undefined): number | undefined => (megabytes === undefined ? undefined : Math.round(megabytes * MEGABYTE));

export function PercentField(props: LeafProps) {
  const t = useTold();
  return <TypedField {...props} write={shown} read={asNumber} wrong={t('not_number')} unit="%" />;
}

export function FenField(props: LeafProps) {
  const t = useTold();
  const write = (value: unknown) => (typeof value === 'number' ? formatFen(value).slice(1).replace(/\.00$/, '') : '');
  return <TypedField {...props} write={write} read={(text) => parseFen(text) ?? undefined} wrong={t('not_amount')} unit={t('yuan')} />;
}

export function DayField(props: LeafProps) {
  const { readOnly } = useEditor();
  const [value, set] = useField(props.path);
  return (
    <FieldFrame {...framed(props)}>
      {(input) => <input {...input} type="date" className="input short" readOnly={readOnly} value={typeof value === 'string' ? value : ''} onChange={(event) => set(event.target.value === '' && props.mayBeEmpty ? null : event.target.value)} />}
    </FieldFrame>
  );
}

/** Times are those of Beijing, written with their offset. */
export const toLocal = (instant: unknown): string => {
  const at = typeof instant === 'string' && instant !== '' ? new Date(instant) : null;
  if (!at || Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
};
export const fromLocal = (local: string): string => (local === '' ? '' : `${local}:00+08:00`);

export function InstantField(props: LeafProps) {
  const { readOnly } = useEditor();
  const [value, set] = useField(props.path);
  return (
    <FieldFrame {...framed(props)}>
      {(input) => <input {...input} type="datetime-local" className="input short" readOnly={readOnly} value={toLocal(value)} onChange={(event) => set(event.target.value === '' && props.mayBeEmpty ? null : fromLocal(event.target.value))} />}
    </FieldFrame>
  );
}

export function YesNoField(props: LeafProps) {
  const { readOnly } = useEditor();
  const [value, set] = useField(props.path);
  const language = useLanguage();
  const label = labelAt(patternOf(props.path));
  return (
    <div className="rule-field tick-field">
      <label>
        <input type="checkbox" checked={value === true} disabled={readOnly} onChange={(event) => set(event.target.checked)} />
        <span>{props.name ?? (label ? inLanguage(label.name, language) : '')}</span>
      </label>
      {label?.help ? <span className="hint">{inLanguage(label.help, language)}</span> : null}
      <Problems path={props.path} />
    </div>
  );
}
