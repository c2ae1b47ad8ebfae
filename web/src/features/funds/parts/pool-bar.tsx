import type { RoundMoneyView } from '../../../api/index.js';
import { formatFen, Money, useTexts } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';

/** The pool as one bar: paid, promised, free; the cash side in figures below. */
export function PoolBar({ money }: { readonly money: RoundMoneyView }) {
  const t = useTexts(fundsTexts);
  const { poolFen, paidFen, committedFen, freeFen, grantedInFen, returnedFen, bankFen } = money;
  const share = (fen: number) => `${poolFen > 0 ? (Math.max(0, fen) / poolFen) * 100 : 0}%`;
  const figures: readonly (readonly [string, number, string?])[] = [
    [t('paid'), paidFen, 'paid'],
    [t('committed'), committedFen, 'committed'],
    [t('free'), freeFen, 'free'],
    [t('granted_in'), grantedInFen],
    [t('returned_sum'), returnedFen],
    [t('in_bank'), bankFen],
  ];
  return (
    <section className="funds-part" aria-label={t('overview')}>
      <h2>{t('pool_bar', { pool: formatFen(poolFen) })}</h2>
      <div className="pool-bar" aria-hidden="true">
        <span className="paid" style={{ width: share(paidFen) }} />
        <span className="committed" style={{ width: share(committedFen) }} />
        <span className="free" style={{ width: share(freeFen) }} />
      </div>
      <dl className="pool-figures">
        {figures.map(([label, fen, key]) => (
          <div key={label}>
            <dt>
              {key ? (
                <span className="pool-key" aria-hidden="true">
                  <i className={key} />
                </span>
              ) : null}
              {label}
            </dt>
            <dd>
              <Money fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
