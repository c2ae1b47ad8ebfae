import { useState } from 'react';
import { api, useCommand, useSession, type DepositBody, type DepositView } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, Instant, Money, parseFen, StatusMark, TextField, useFreshCode, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';

const TONE = { proposed: 'waiting', approved: 'done', refused: 'late' } as const;

/** Money that came in: recorded by one person, approved by another. */
export function DepositsTab({ callId, deposits }: { readonly callId: string; readonly deposits: readonly DepositView[] }) {
  const t = useTexts(fundsTexts);
  const maker = useSession()?.account.roles.some(({ role }) => role === 'finance_maker');
  return (
    <section aria-label={t('deposits')}>
      {deposits.length === 0 ? <Empty small why={t('deposit_none')} what={t('deposit_none_do')} /> : null}
      {deposits.map((deposit) => (
        <DepositCard key={deposit.id} deposit={deposit} />
      ))}
      {maker ? <RecordDeposit callId={callId} /> : null}
    </section>
  );
}

function DepositCard({ deposit }: { readonly deposit: DepositView }) {
  const t = useTexts(fundsTexts);
  return (
    <div className="move">
      <div className="row" style={{ width: '100%', justifyContent: 'space-between' }}>
        <div>
          <strong>{deposit.memo}</strong>
          <span className="quiet figures"> {t('bank_reference')} {deposit.reference}</span>
        </div>
        <strong>
          <Money fen={deposit.amountFen} />
        </strong>
      </div>
      <div className="row">
        <StatusMark tone={TONE[deposit.status]} word={t(`dep_${deposit.status}`)} />
        <span className="quiet">
          {t('recorded_by')} {deposit.proposedBy} <Instant at={deposit.proposedAt} zone={false} />
        </span>
        {deposit.decidedBy && deposit.decidedAt ? (
          <span className="quiet">
            {t('decided_by')} {deposit.decidedBy} <Instant at={deposit.decidedAt} zone={false} />
          </span>
        ) : null}
      </div>
      {deposit.status === 'proposed' ? <DecideDeposit deposit={deposit} /> : null}
    </div>
  );
}

function DecideDeposit({ deposit: { id, mayDecide, refusal } }: { readonly deposit: DepositView }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const fresh = useFreshCode();
  const decide = useCommand<'approve' | 'refuse'>({
    run: (move, key) => fresh.around(() => api.depositsDecide({ path: { id }, body: { move }, headers: { 'Idempotency-Key': key } })),
    refresh: AFTER_WRITE,
  });
  const against = mayDecide || !refusal ? null : say(refusal);
  return (
    <>
      <div className="row">
        <ActionButton onAct={() => decide.mutate('approve')} refusal={against} busy={decide.isPending && !fresh.asking} icon="check">
          {t('deposit_approve')}
        </ActionButton>
        {mayDecide ? (
          <ActionButton kind="danger" onAct={() => decide.mutate('refuse')} busy={decide.isPending && !fresh.asking}>
            {t('deposit_refuse')}
          </ActionButton>
        ) : null}
      </div>
      {fresh.field}
      {decide.error ? <ErrorNote error={decide.error} /> : null}
    </>
  );
}

const BLANK = { amount: '', reference: '', memo: '' };

function RecordDeposit({ callId }: { readonly callId: string }) {
  const t = useTexts(fundsTexts);
  const [given, setGiven] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const record = useCommand<DepositBody>({
    run: (body, key) => api.depositsDeposit({ path: { callId }, body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
    onDone: () => (setGiven(BLANK), setTried(false)),
  });
  const amountFen = parseFen(given.amount);
  const send = () => {
    setTried(true);
    if (amountFen && given.reference.trim() && given.memo.trim()) record.mutate({ amountFen, reference: given.reference.trim(), memo: given.memo.trim() });
  };
  const set = (name: keyof typeof BLANK) => (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value });
  return (
    <div className="move no-print" style={{ marginTop: 24 }}>
      <h3>{t('deposit_record')}</h3>
      <div className="fields">
        <TextField label={t('deposit_amount')} inputMode="decimal" value={given.amount} onChange={set('amount')} wrong={tried && !amountFen ? t('need_amount') : undefined} />
        <TextField label={t('bank_reference')} value={given.reference} maxLength={64} onChange={set('reference')} wrong={tried && !given.reference.trim() ? t('need_reference') : undefined} />
      </div>
      <TextField label={t('deposit_memo')} hint={t('deposit_memo_hint')} value={given.memo} maxLength={200} onChange={set('memo')} wrong={tried && !given.memo.trim() ? t('need_memo') : undefined} />
      <ActionButton onAct={send} busy={record.isPending} icon="plus">
        {t('deposit_record')}
      </ActionButton>
      {record.error ? <ErrorNote error={record.error} /> : null}
    </div>
  );
}
