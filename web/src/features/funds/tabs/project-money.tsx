import { useQuery } from '@tanstack/react-query';
import { useSession, type ProjectMoneyView, type TrancheRow } from '../../../api/index.js';
import { ErrorNote, Money, useTexts } from '../../../ui/index.js';
import '../funds.css';
import { NextPayment } from '../parts/next-payment.js';
import { ReturnsPart } from '../parts/returns-part.js';
import { SettlementPart } from '../parts/settlement-part.js';
import { TrancheList } from '../parts/tranche-list.js';
import { projectMoneyQuery } from '../queries.js';
import { fundsTexts } from '../texts.js';

/** The money of a project: for the grantee what comes next and what it waits for, for finance also returns and settlement. */
export default function ProjectMoney({ id }: { readonly id: string }) {
  const t = useTexts(fundsTexts);
  const roles = useSession()?.account.roles.map(({ role }) => role) ?? [];
  const money = useQuery(projectMoneyQuery(id));
  if (money.isError && !money.data) return <ErrorNote error={money.error} onRetry={() => void money.refetch()} />;
  if (!money.data) return <p className="quiet" role="status">{t('payment')}…</p>;
  const { tranches, money: sums } = money.data;
  const grantee = roles.includes('applicant');
  return (
    <>
      <NextPayment tranches={tranches} grantee={grantee} />
      <Sums tranches={tranches} money={sums} />
      <TrancheList tranches={tranches} grantee={grantee} />
      <ReturnsPart projectId={id} money={sums} />
      {grantee ? null : <SettlementPart projectId={id} money={sums} />}
    </>
  );
}

const sumOf = (tranches: readonly TrancheRow[], statuses: readonly TrancheRow['status'][]) =>
  tranches.filter(({ status }) => statuses.includes(status)).reduce((sum, { payFen, amountFen }) => sum + (payFen ?? amountFen), 0);

function Sums({ tranches, money }: { readonly tranches: readonly TrancheRow[]; readonly money: ProjectMoneyView }) {
  const t = useTexts(fundsTexts);
  const figures: readonly (readonly [string, number])[] = [
    [t('awarded'), money.awardedFen],
    [t('planned_sum'), sumOf(tranches, ['planned'])],
    [t('requested_sum'), sumOf(tranches, ['requested', 'prepared', 'approved'])],
    [t('paid_sum'), money.paidFen],
    [t('acknowledged_sum'), sumOf(tranches, ['acknowledged'])],
    ...(money.returnedFen > 0 ? [[t('returned_sum'), money.returnedFen] as const] : []),
  ];
  return (
    <dl className="pool-figures funds-part">
      {figures.map(([label, fen]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Money fen={fen} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
