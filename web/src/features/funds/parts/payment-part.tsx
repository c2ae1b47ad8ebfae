import { Link } from '@tanstack/react-router';
import type { TrancheDetail } from '../../../api/index.js';
import { Facts, formatFen, Money, useTexts } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';

/** What is paid, to whom, and what is left of the grant and of the round's money. */
export function PaymentPart({ tranche }: { readonly tranche: TrancheDetail }) {
  const t = useTexts(fundsTexts);
  const { dueFen, dueWords, atActual, amountFen, account, awardedFen, othersFen, bankFen, freeFen, status } = tranche;
  const over = status === 'paid' || status === 'acknowledged';
  return (
    <section className="funds-part" aria-labelledby="payment">
      <h2 id="payment">{t('payment')}</h2>
      <p className="big-amount">
        <Money fen={dueFen} words={dueWords} />
        {atActual ? <span className="quiet words">{t('amount_ceiling', { amount: formatFen(amountFen) })}</span> : null}
      </p>
      <div className="funds-columns">
        <Facts
          label={t('payee')}
          facts={[
            { label: t('payee'), value: account?.accountName ?? tranche.organisationName },
            { label: t('bank'), value: account?.bankName ?? '—' },
            {
              label: t('payee_account'),
              value: account ? <span className="figures">{account.masked}</span> : t('no_account'),
              note: <Link to={`/desk/organisations/${tranche.organisationId}`} search={{ tab: 'accounts' } as never}>{t('see_accounts')}</Link>,
            },
          ]}
        />
        <Facts
          label={t('award')}
          facts={[
            { label: t('award'), value: <Money fen={awardedFen} block /> },
            { label: t('others'), value: <Money fen={othersFen} block /> },
            { label: t('rest_after'), value: <Money fen={awardedFen - othersFen - dueFen} block /> },
            { label: t('bank_now'), value: <Money fen={bankFen} block />, ...(over ? {} : { note: <span className="money block">{t('bank_after', { amount: formatFen(bankFen - dueFen) })}</span> }) },
            { label: t('free_now'), value: <Money fen={freeFen} block /> },
          ]}
        />
      </div>
    </section>
  );
}
