import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useSession, type TrancheDetail } from '../../../api/index.js';
import { ErrorNote, Icon, PageShell, useSay, useTexts, type PageStatus } from '../../../ui/index.js';
import '../funds.css';
import { GatePart } from '../parts/gate-part.js';
import { MovesPart } from '../parts/moves-part.js';
import { PaymentPart } from '../parts/payment-part.js';
import { PeoplePart } from '../parts/people-part.js';
import { VouchersPart } from '../parts/vouchers-part.js';
import { trancheQuery } from '../queries.js';
import { fundsTexts } from '../texts.js';
import { toneOf } from '../tones.js';

export default function TranchePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useTexts(fundsTexts);
  const tranche = useQuery(trancheQuery(id));
  if (tranche.isError && !tranche.data) return <div className="page"><ErrorNote error={tranche.error} onRetry={() => void tranche.refetch()} /></div>;
  if (!tranche.data) return <p className="opening quiet" role="status">{t('payment')}…</p>;
  return <TranchePayment tranche={tranche.data} />;
}

function TranchePayment({ tranche }: { readonly tranche: TrancheDetail }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const grantee = useSession()?.account.roles.every(({ role }) => role === 'applicant');
  const status = useStatus(tranche);
  const { projectId, projectNumber, projectName, organisationName } = tranche;
  return (
    <PageShell
      title={`${say(tranche.title)} · ${projectName}`}
      reference={[t('nth', { number: tranche.number }), projectNumber, organisationName, say(tranche.callTitle)].join(' · ')}
      back={grantee ? { to: `/desk/projects/${projectId}`, label: t('back_project') } : { to: '/desk/payments', label: t('back_payments') }}
      status={status}
      timeline={tranche.history.map(({ what, at, who, note }, index) => ({ id: String(index), what: say(what), at, who, ...(note ? { note } : {}), tone: index === 0 ? 'current' : 'done' }))}
    >
      <MovesPart tranche={tranche} />
      <PaymentPart tranche={tranche} />
      <GatePart tranche={tranche} />
      <VouchersPart vouchers={tranche.vouchers} />
      <PeoplePart tranche={tranche} />
      <p className="no-print">
        <Link to={`/desk/payments/${tranche.id}/voucher`} className="button">
          <Icon name="print" />
          {t('print_voucher')}
        </Link>
      </p>
    </PageShell>
  );
}

const WITH = { planned: 'grantee', requested: 'maker', prepared: 'approver', approved: 'maker', paid: 'grantee', acknowledged: null, cancelled: null } as const;

function useStatus(tranche: TrancheDetail): PageStatus {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const { status, reason, returned, dueOn } = tranche;
  const whose = WITH[status];
  const now = returned ? t('now_returned', { reason: reason ?? '' }) : status === 'cancelled' ? t('now_cancelled', { reason: reason ?? '' }) : t(`now_${status}`);
  return { word: say(tranche.label), tone: toneOf(tranche), now, ...(dueOn ? { by: dueOn } : {}), ...(whose ? { who: t(`who_${whose}`) } : {}) };
}
