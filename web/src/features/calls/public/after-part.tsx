import type { Rulebook } from '../../../api/index.js';
import { useMarks, useSay, useTexts } from '../../../ui/index.js';
import { conditionWords, publicitySentences, termWords, trancheShare } from '../plain/after.js';
import { publicTexts } from '../texts-public.js';
import { BasisMark } from './basis-mark.js';
import { Part } from './part.js';
import { ToldList } from './told-list.js';

/** What follows an award: notice, confirmation, payment. */
export function AfterPart({ book }: { readonly book: Rulebook }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const marks = useMarks();
  return (
    <Part id="after" title={t('after')}>
      <ToldList book={book} sentences={[...publicitySentences(book)]} />
      <table className="plain-table call-stacked" style={{ marginTop: 16 }}>
        <thead>
          <tr>
            <th scope="col">{t('tranche')}</th>
            <th scope="col">{t('share')}</th>
            <th scope="col">{t('when_paid')}</th>
          </tr>
        </thead>
        <tbody>
          {book.tranches.tranches.map((tranche) => (
            <tr key={tranche.key}>
              <td>{say(tranche.title)}</td>
              <td data-label={t('share')} className="figures">
                {say(trancheShare(tranche))}
              </td>
              <td data-label={t('when_paid')}>
                {tranche.conditions.map((condition) => say(conditionWords(condition, book))).join(marks.comma)}
                <span className="quiet">
                  {marks.semicolon}
                  {t('pay_within', { term: say(termWords(tranche.pay)) })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <BasisMark book={book} pointer="/tranches" />
    </Part>
  );
}
