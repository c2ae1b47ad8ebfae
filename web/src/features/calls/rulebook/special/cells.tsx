import type { ReactNode } from 'react';
import { useLanguage } from '../../../../ui/index.js';
import { useEditor, useField } from '../editor-context.js';
import { anchorOf, Problems } from '../fields/field-frame.js';
import { sayWord } from '../labels/index.js';
import { dotted, patternOf, type Path } from '../paths.js';
import type { Sentence } from '../fields/words.js';

/** Fields of a compact row: the column's name stands above the row or is read out. */
interface CellProps {
  readonly path: Path;
  readonly label: string;
}

function Cell({ path, children }: { readonly path: Path; readonly children: ReactNode }) {
  return (
    <span className="cell" id={anchorOf(path)}>
      {children}
      <Problems path={path} />
    </span>
  );
}

const useWrong = (path: Path): true | undefined => (useEditor().problems.get(dotted(path))?.some(({ severity }) => severity === 'error') ? true : undefined);

/** The Chinese of a sentence; its English stands with the details. */
export function NameCell({ path, label }: CellProps) {
  const { readOnly } = useEditor();
  const [value, set] = useField(path);
  const { zh = '', en = '' } = (value ?? {}) as Partial<Sentence>;
  const change = (next: string) => set({ zh: next, en: en === '' || en === zh ? next : en });
  return (
    <Cell path={path}>
      <input className="input" aria-label={label} aria-invalid={useWrong(path)} readOnly={readOnly} value={zh} onChange={(event) => change(event.target.value)} />
      <Problems path={[...path, 'zh']} />
    </Cell>
  );
}

export function NumberCell({ path, label, unit }: CellProps & { readonly unit?: string }) {
  const { readOnly } = useEditor();
  const [value, set] = useField(path);
  const change = (text: string) => set(text === '' ? 0 : Number(text));
  return (
    <Cell path={path}>
      <span className="number-cell">
        <input type="number" min={0} step="any" className="input tiny figures" aria-label={label} aria-invalid={useWrong(path)} readOnly={readOnly} value={typeof value === 'number' ? value : ''} onChange={(event) => change(event.target.value)} />
        {unit ? <span className="unit">{unit}</span> : null}
      </span>
    </Cell>
  );
}

export function WordCell({ path, label, words, onPick }: CellProps & { readonly words: readonly (string | number)[]; readonly onPick?: (word: string) => void }) {
  const language = useLanguage();
  const { readOnly } = useEditor();
  const [value, set] = useField(path);
  return (
    <Cell path={path}>
      <select className="input" aria-label={label} disabled={readOnly} value={String(value ?? '')} onChange={(event) => (onPick ?? set)(event.target.value)}>
        {words.map((word) => (
          <option key={word} value={String(word)}>
            {sayWord(patternOf(path), word, language)}
          </option>
        ))}
      </select>
    </Cell>
  );
}

/** Adds weights as people would on paper: without the noise of binary fractions. */
export const sumOf = (weights: readonly (number | undefined)[]): number => Math.round(weights.reduce<number>((sum, weight) => sum + Math.round((weight ?? 0) * 100), 0)) / 100;
