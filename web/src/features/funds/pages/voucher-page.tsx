import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { StepView, TrancheDetail } from '../../../api/index.js';
import { ErrorNote, Icon, Instant, Money, useSay, useTexts } from '../../../ui/index.js';
import '../funds.css';
import { trancheQuery } from '../queries.js';
import { fundsTexts } from '../texts.js';

/** The official paper of a payment, for the file and for signatures, on A4. */
export default function VoucherPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useTexts(fundsTexts);
  const tranche = useQuery(trancheQuery(id));
  if (tranche.isError && !tranche.data) return <div className="page"><ErrorNote error={tranche.error} onRetry={() => void tranche.refetch()} /></div>;
  if (!tranche.data) return <p className="opening quiet" role="status">{t('voucher_title')}…</p>;
  return (
    <article className="page">
      <p className="voucher-tools no-print">
        <Link to={`/desk/payments/${id}`} className="button">
          <Icon name="back" />
          {t('back_tranche')}
        </Link>
        <button type="button" className="button primary" onClick={() => print()}>
          <Icon name="print" />
          {t('print')}
        </button>
      </p>
      <Voucher tranche={tranche.data} />
    </article>
  );
}

function Voucher({ tranche }: { readonly tranche: TrancheDetail }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const { projectNumber, number, account } = tranche;
  return (
    <section className="voucher" aria-label={t('voucher_title')}>
      <h1>{t('voucher_title')}</h1>
      <p className="numbers">
        <span>{t('voucher_no')} {projectNumber}-{number}</span>
        <span>{say(tranche.label)}</span>
      </p>
      <table>
        <tbody>
          <Row label={t('voucher_round')}>{say(tranche.callTitle)}</Row>
          <Row label={t('voucher_project')}>{projectNumber} {tranche.projectName}</Row>
          <Row label={t('col_tranche')}>{t('nth', { number })} · {say(tranche.title)}</Row>
          <Row label={t('payee')}>{account?.accountName ?? tranche.organisationName}</Row>
          <Row label={t('bank')}>{account ? `${account.bankName} ${account.masked}` : t('no_account')}</Row>
          <Row label={t('amount')}><strong><Money fen={tranche.dueFen} /></strong></Row>
          <Row label={t('voucher_words')}>{tranche.dueWords}</Row>
          <Row label={t('award')}><Money fen={tranche.awardedFen} /> · {t('others')} <Money fen={tranche.othersFen} /></Row>
          <Row label={t('vouchers')}>{tranche.vouchers.length === 0 ? '—' : tranche.vouchers.map(({ documentId, label, name, amountFen }) => <div key={documentId}>{say(label)} {name} <Money fen={amountFen} /></div>)}</Row>
          <Row label={t('voucher_gate')}>
            <ul>
              {tranche.gate.map(({ met, sentence }, index) => (
                <li key={index}>{met ? '☑' : '☐'} {say(sentence)}</li>
              ))}
            </ul>
          </Row>
          {tranche.paidOn ? <Row label={t('record')}>{t('recorded', { day: tranche.paidOn, reference: tranche.bankReference ?? '' })}</Row> : null}
        </tbody>
      </table>
      <Signatures tranche={tranche} />
      <p className="foot">{t('voucher_note')}</p>
    </section>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{children}</td>
    </tr>
  );
}

function Signatures({ tranche }: { readonly tranche: TrancheDetail }) {
  const t = useTexts(fundsTexts);
  return (
    <table style={{ marginTop: -1 }} aria-label={t('voucher_sign')}>
      <tbody>
        <tr className="signs">
          <Signature label={t('step_requested')} step={tranche.requested} />
          <Signature label={t('who_maker')} step={tranche.prepared} />
          <Signature label={t('who_approver')} step={tranche.approved} />
          <Signature label={t('voucher_head')} step={null} />
        </tr>
      </tbody>
    </table>
  );
}

function Signature({ label, step }: { readonly label: string; readonly step: StepView | null }) {
  return (
    <td style={{ width: '25%' }}>
      {label}
      <br />
      <strong>{step?.name ?? ''}</strong>
      <br />
      {step?.at ? <Instant at={step.at} zone={false} /> : null}
    </td>
  );
}
