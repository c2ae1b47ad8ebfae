import type { Rulebook } from '../../../../api/index.js';
import { Empty, useLanguage, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook, useEditor } from '../editor-context.js';
import { BasisAt } from '../fields/basis-editor.js';
import { BasisTag, type Basis } from '../fields/basis-mark.js';
import { nameOfItem, say, useTold, type Told } from '../fields/words.js';
import { nameAt } from '../labels/index.js';
import { patternOf, valueAt } from '../paths.js';

/** What each rule is said to rest on, in the words of the rules. */
export function GroundsPart() {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const told = useTold();
  const book = useBook();
  const { readOnly } = useEditor();
  const entries = Object.entries(book.basis ?? {});
  if (entries.length === 0) return <Empty small why={t('grounds_none')} what={t('grounds_none_what')} />;
  return (
    <>
      <p className="quiet">{t('grounds_lead')}</p>
      <ul className="grounds">
        {entries.map(([pointer, basis]) => (
          <li key={pointer}>
            <span>{placeWords(pointer, book, language) || told('ground_place_gone')}</span>
            {readOnly ? (
              <BasisTag basis={basis as never} sources={book.sources ?? []} />
            ) : (
              <details className="ground-change">
                <summary>{groundWords(basis as Basis, book.sources ?? [], language, told)}</summary>
                <BasisAt pointer={pointer} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function groundWords(basis: Basis, sources: Rulebook['sources'], language: 'zh' | 'en', told: Told): string {
  if (basis.kind === 'assumption') return `${told('assumption')} ${say(basis.why, language)}`;
  return told('source', { source: say(sources.find(({ key }) => key === basis.ref)?.title, language) });
}

function placeWords(pointer: string, book: Rulebook, language: 'zh' | 'en'): string {
  const path = pointer.split('/').slice(1);
  const names = path.map((_, index) => {
    const here = path.slice(0, index + 1);
    return nameAt(patternOf(here), language) || nameOfItem(valueAt(book, here), language);
  });
  return names.filter((name, index) => name && name !== names[index - 1]).join(' › ');
}
