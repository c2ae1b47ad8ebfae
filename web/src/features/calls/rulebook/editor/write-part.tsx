import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import type { OfficerCallView } from '../../../../api/index.js';
import { Icon, inLanguage, useLanguage, useMarks, useTexts, useUrlState } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useEditor } from '../editor-context.js';
import { anchorOf } from '../fields/field-frame.js';
import { NodeField } from '../fields/node-field.js';
import { PARTS, partOf, type Part } from '../parts.js';
import { undotted } from '../paths.js';
import { GroundsPart } from './grounds-part.js';
import { Preflight } from './preflight.js';
import { EDITORS } from '../special/editors.js';
import type { Examination } from './use-examination.js';

interface WritePartProps {
  readonly call: OfficerCallView;
  readonly examination: Examination;
}

/** The contents at the left, one part in the middle, what is still wrong at the right. */
export function WritePart({ call, examination }: WritePartProps) {
  const [url] = useUrlState();
  const part = PARTS.find(({ key }) => key === url.part) ?? (PARTS[0] as Part);
  useGoTo(url.at);
  return (
    <div className="editor-columns">
      <Contents current={part} examination={examination} />
      <PartForm key={part.key} part={part} />
      <Preflight call={call} examination={examination} />
    </div>
  );
}

/** Brings the field of a problem into sight and puts the cursor in it. */
function useGoTo(at: string | undefined): void {
  useEffect(() => {
    if (!at) return;
    const steps = undotted(at);
    for (let length = steps.length; length > 0; length -= 1) {
      const found = document.getElementById(anchorOf(steps.slice(0, length)));
      if (!found) continue;
      openAround(found);
      found.scrollIntoView({ block: 'center' });
      found.querySelector<HTMLElement>('input, select, textarea, summary')?.focus({ preventScroll: true });
      return;
    }
  }, [at]);
}

function openAround(place: HTMLElement): void {
  if (place instanceof HTMLLIElement) place.querySelector('details')?.setAttribute('open', '');
  for (let above = place.closest('details'); above; above = above.parentElement?.closest('details') ?? null) above.open = true;
}

function Contents({ current, examination }: { readonly current: Part; readonly examination: Examination }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  return (
    <nav className="editor-contents no-print" aria-label={t('contents')}>
      <ol>
        {PARTS.map((part) => {
          const errors = examination.problems.filter(({ path, severity }) => severity === 'error' && partOf(path) === part).length;
          return (
            <li key={part.key}>
              <Link to="." search={((before: Record<string, string>) => ({ ...before, part: part.key, at: undefined, view: undefined })) as never} activeOptions={{ exact: true, includeSearch: true }} {...(part === current ? { 'aria-current': 'page' as const } : {})}>
                <span>{inLanguage(part.title, language)}</span>
                {errors > 0 ? (
                  <span className="count-mark tone-late" aria-label={t('part_errors', { count: errors })}>
                    {errors}
                  </span>
                ) : (
                  <span className="tone-done" aria-label={t('part_done')} role="img">
                    <Icon name="check" />
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function PartForm({ part }: { readonly part: Part }) {
  const language = useLanguage();
  const { root } = useEditor();
  const Special = EDITORS[part.key];
  const fields = part.fields.filter((name) => root.properties?.[name] && name !== 'basis');
  return (
    <section className="editor-part" aria-label={inLanguage(part.title, language)}>
      <h2>{inLanguage(part.title, language)}</h2>
      <p className="quiet">{inLanguage(part.lead, language)}</p>
      {Special ? <Special /> : fields.map((name) => <TopField key={name} name={name} />)}
      {part.key === 'sources' ? <GroundsPart /> : null}
      <Beside part={part} />
    </section>
  );
}

/** An optional field of the rulebook itself is left out of sight until it is set, as inside any object. */
export function TopField({ name }: { readonly name: string }): ReactNode {
  const { root, store } = useEditor();
  const node = root.properties?.[name];
  const absent = (store.book as unknown as Record<string, unknown>)[name] === undefined;
  if (!node || (absent && name === 'supplementTo')) return null;
  return <NodeField path={[name]} node={node} />;
}

function Beside({ part }: { readonly part: Part }) {
  const marks = useMarks();
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const at = PARTS.indexOf(part);
  const [before, after] = [PARTS[at - 1], PARTS[at + 1]];
  const to = (next: Part) => ((old: Record<string, string>) => ({ ...old, part: next.key, at: undefined })) as never;
  return (
    <p className="editor-beside no-print">
      {before ? (
        <Link className="button" to="." search={to(before)} aria-label={`${t('previous_part')} ${inLanguage(before.title, language)}`}>
          {inLanguage(before.title, language)}
        </Link>
      ) : null}
      {after ? (
        <Link className="button" to="." search={to(after)} aria-label={`${t('next_part')} ${inLanguage(after.title, language)}`}>
          {t('next_part')}{marks.colon}{inLanguage(after.title, language)}
        </Link>
      ) : null}
    </p>
  );
}
