import { FUNDS, MONEY_ROUTES, wordFor, type PublicCallView, type Rulebook } from '../../../api/index.js';
import { inLanguage, useLanguage, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { moneySentences } from '../plain/money.js';
import { publicTexts } from '../texts-public.js';
import { BasisMark } from './basis-mark.js';
import { BoardsTable } from './boards-table.js';
import { Part } from './part.js';
import { ToldList } from './told-list.js';

export function MoneyPart({ call, book }: { readonly call: PublicCallView; readonly book: Rulebook }) {
  const t = useTexts(publicTexts);
  const language = useLanguage();
  const { colon } = useMarks();
  const route = inLanguage(wordFor(MONEY_ROUTES, book.money.route), language);
  const fund = inLanguage(wordFor(FUNDS, book.money.fund), language);
  return (
    <Part id="money" title={t('money')}>
      <p>
        {`${t('route')}${colon}${route} · ${t('fund')}${colon}${fund}`}
        <BasisMark book={book} pointer="/money/route" />
      </p>
      <ToldList book={book} sentences={[...moneySentences(book)]} />
      <BoardsTable call={call} />
      <h3>{t('categories')}</h3>
      <Categories book={book} />
    </Part>
  );
}

function Categories({ book }: { readonly book: Rulebook }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('categories')}</th>
            <th scope="col" className="right">
              {t('seats')}
            </th>
          </tr>
        </thead>
        <tbody>
          {book.categories.map(({ key, title, description, seats, open }) => (
            <tr key={key}>
              <td>
                {say(title)}
                {open ? null : <span className="may">{t('category_closed')}</span>}
                {description ? <span className="quiet"> {say(description)}</span> : null}
              </td>
              <td className="right">{seats === null ? t('seats_free') : t('seats_kept', { count: seats })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <BasisMark book={book} pointer="/categories" />
    </>
  );
}
