import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode, type Ref } from 'react';
import { api, type DivisionView } from '../api/index.js';
import { Icon } from './icon.js';
import './place-field.css';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';

export interface PlaceFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** The division's code of GB/T 2260: two, four or six digits; empty for none. */
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly wrong?: string | undefined;
  /** The first choice, which is given the focus where something is wrong. */
  readonly fieldRef?: Ref<HTMLSelectElement>;
}

/** A place by name, from the province down; its code is what is kept. Whoever stops at a city has named the city. */
export function PlaceField({ label, hint, value, onChange, wrong, fieldRef }: PlaceFieldProps) {
  const id = useId();
  const t = useTexts(uiTexts);
  const { levels, unknown } = usePlace(value);
  return (
    <div className="field place-field" role="group" aria-labelledby={id} aria-describedby={hint ? `${id}-hint` : undefined}>
      <span className="field-label" id={id}>{label}</span>
      <span className="place-levels">
        {levels.map(({ above, divisions, chosen }, at) => (
          <Level key={above} label={t(LABELS[at]!)} none={t(at === 0 ? 'place_choose' : 'place_whole')} divisions={divisions} chosen={chosen} onChoose={(code) => onChange(code || above)} fieldRef={at === 0 ? fieldRef : undefined} wrong={wrong !== undefined} />
        ))}
      </span>
      {unknown ? <span className="hint">{t('place_old', { code: value })}</span> : null}
      {hint ? <span className="hint" id={`${id}-hint`}>{hint}</span> : null}
      {wrong ? (
        <span className="wrong">
          <Icon name="alert" />
          {wrong}
        </span>
      ) : null}
    </div>
  );
}

const LABELS = ['place_province', 'place_city', 'place_district'] as const;

interface PlaceLevel {
  /** The code within which these divisions lie. */
  readonly above: string;
  readonly divisions: readonly DivisionView[];
  readonly chosen: DivisionView | undefined;
}

/** The levels that are to be shown for a code, and whether the whole code names a place of today. */
function usePlace(value: string): { levels: readonly PlaceLevel[]; unknown: boolean } {
  const provinces = useLevel('', value);
  const cities = useLevel(belowOf(provinces), value);
  const districts = useLevel(belowOf(cities), value);
  const all = [provinces, cities, districts].filter((level) => level !== null);
  const deepest = all.findLast(({ chosen }) => chosen)?.chosen?.code ?? '';
  const read = all.every(({ divisions }) => divisions.length > 0);
  return { levels: all.filter(({ divisions }, at) => at === 0 || divisions.length > 0), unknown: read && deepest !== value.slice(0, 6).replace(/(00){1,2}$/, '') };
}

const belowOf = (level: PlaceLevel | null): string | null => (level?.chosen?.parted ? level.chosen.code : null);

function useLevel(above: string | null, value: string): PlaceLevel | null {
  const divisions = useDivisions(above);
  return above === null ? null : { above, divisions, chosen: value === '' ? undefined : divisions.find(({ code }) => value.startsWith(code)) };
}

const NONE: readonly DivisionView[] = [];

/** The divisions within a code; `null` asks for nothing. They do not change while a page stands. */
function useDivisions(within: string | null): readonly DivisionView[] {
  const { data } = useQuery({ queryKey: ['divisions', within], queryFn: () => api.divisionsList({ query: within ? { within } : {} }), enabled: within !== null, staleTime: Infinity });
  return within === null ? NONE : (data ?? NONE);
}

interface LevelProps {
  readonly label: string;
  /** What stands for no choice at this level. */
  readonly none: string;
  readonly divisions: readonly DivisionView[];
  readonly chosen: DivisionView | undefined;
  readonly onChoose: (code: string) => void;
  readonly fieldRef: Ref<HTMLSelectElement> | undefined;
  readonly wrong: boolean;
}

function Level({ label, none, divisions, chosen, onChoose, fieldRef, wrong }: LevelProps) {
  return (
    <select ref={fieldRef} className="input" aria-label={label} aria-invalid={wrong ? true : undefined} value={chosen?.code ?? ''} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{none}</option>
      {divisions.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
