import type { PublicCallView } from '../../../api/index.js';
import { Countdown, Instant, useSay, useTexts } from '../../../ui/index.js';
import { amountWords, inYuan } from '../plain/money.js';
import { publicTexts } from '../texts-public.js';

/** Boards with their owners, money and ends; nothing where a call has none. */
export function BoardsTable({ call }: { readonly call: PublicCallView }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  if (call.boards.length === 0) return null;
  const titleOf = (key: string) => call.categories.find((category) => category.key === key)?.title;
  return (
    <>
      <h3>{t('boards')}</h3>
      <p className="quiet">{t('boards_lead')}</p>
      <ul className="boards">
        {call.boards.map(({ key, title, owner, categoryKeys, poolFen, awards, amount, closesAt }) => (
          <li key={key}>
            <strong>{say(title)}</strong>
            {owner ? <span className="quiet"> {t('board_owner', { name: say(owner) })}</span> : null}
            <span className="figures">
              {t('pool')} {inYuan(poolFen)}
              {awards === null ? '' : ` · ${t('seats_total', { count: awards })}`} · {say(amountWords(amount))}
            </span>
            <span>
              {t('deadline')} <Instant at={closesAt} /> {call.status === 'open' ? <Countdown until={closesAt} /> : null}
            </span>
            <span className="quiet">
              {t('board_categories', { names: categoryKeys.map(titleOf).flatMap((one) => (one ? [say(one)] : [])).join(' / ') })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
