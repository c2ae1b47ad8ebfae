import { useId, type ReactNode } from 'react';
import { Icon, inLanguage, useLanguage } from '../../../../ui/index.js';
import { useEditor } from '../editor-context.js';
import { labelAt } from '../labels/index.js';
import { dotted, patternOf, type Path } from '../paths.js';
import { BasisMark } from './basis-mark.js';
import { useProblemWords } from './words.js';

/** Where the list of problems and the contents lead to. */
export const anchorOf = (path: Path): string => `rules-${dotted(path)}`;

/** What is wrong at exactly this place. */
export function Problems({ path, id }: { readonly path: Path; readonly id?: string }) {
  const { problems } = useEditor();
  const words = useProblemWords();
  const here = problems.get(dotted(path));
  if (!here) return null;
  return (
    <span className="rule-problems" id={id}>
      {here.map((problem) => (
        <span key={`${problem.code} ${problem.sentence.zh}`} className={problem.severity === 'error' ? 'tone-late' : 'tone-waiting'}>
          <Icon name="alert" />
          {words(problem)}
        </span>
      ))}
    </span>
  );
}

export interface FrameProps {
  readonly path: Path;
  /** Instead of the label of the place. */
  readonly name?: string;
  readonly children: (input: { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': true | undefined }) => ReactNode;
  /** Several inputs under one name. */
  readonly group?: boolean;
}

/** A field in words: its name, what to know, the input, its unit, what it rests on and what is wrong with it. */
export function FieldFrame({ path, name, children, group = false }: FrameProps) {
  const id = useId();
  const language = useLanguage();
  const { problems } = useEditor();
  const label = labelAt(patternOf(path));
  const wrong = problems.get(dotted(path))?.some(({ severity }) => severity === 'error');
  const title = name ?? (label ? inLanguage(label.name, language) : '');
  const input = children({ id, 'aria-describedby': `${id}-about`, 'aria-invalid': wrong ? true : undefined });
  return (
    <div className="field rule-field" id={anchorOf(path)} {...(group ? { role: 'group', 'aria-labelledby': `${id}-name` } : {})}>
      <span className="rule-name">
        {group ? <span className="field-label" id={`${id}-name`}>{title}</span> : <label htmlFor={id}>{title}</label>}
        <BasisMark path={path} />
      </span>
      <span className="rule-input">
        {input}
        {label?.unit && inLanguage(label.unit, language) ? <span className="unit">{inLanguage(label.unit, language)}</span> : null}
      </span>
      <span id={`${id}-about`}>
        {label?.help ? <span className="hint">{inLanguage(label.help, language)}</span> : null}
        <Problems path={path} />
      </span>
    </div>
  );
}
