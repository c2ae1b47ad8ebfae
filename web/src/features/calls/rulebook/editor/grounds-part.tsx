import type { Rulebook } from '../../../../api/index.js';
import { Empty, useLanguage, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook } from '../editor-context.js';
import { BasisTag } from '../fields/basis-mark.js';
import { nameOfItem } from '../fields/words.js';
import { nameAt } from '../labels/index.js';
import { patternOf, valueAt } from '../paths.js';

/** What each rule is said to rest on, in the words of the rules. */
export function GroundsPart() {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const book = useBook();
  const entries = Object.entries(book.basis ?? {});
  if (entries.length === 0) return <Empty small why={t('grounds_none')} what={t('grounds_none_what')} />;
  return (
    <>
      <p className="quiet">{t('grounds_lead')}</p>
      <ul className="grounds">
        {entries.map(([pointer, basis]) => (
          <li key={pointer}>
            <span>{placeWords(pointer, book, language)}</span>
            <BasisTag basis={basis as never} sources={book.sources ?? []} />
          </li>
        ))}
      </ul>
    </>
  );
}

function placeWords(pointer: string, book: Rulebook, language: 'zh' | 'en'): string {
  const path = pointer.split('/').slice(1);
  const names = path.map((_, index) => {
    const here = path.slice(0, index + 1);
    return nameAt(patternOf(here), language) || nameOfItem(valueAt(book, here), language);
  });
  return names.filter((name, index) => name && name !== names[index - 1]).join(' › ');
}
