import { useState } from 'react';
import { api, serverNow, useCommand, type ProjectMoneyView, type ReturnBody } from '../../../api/index.js';
import { ActionButton, ErrorNote, formatInstant, Money, parseFen, TextField, useFreshCode, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';

interface ReturnsPartProps {
  readonly projectId: string;
  readonly money: ProjectMoneyView;
}

/** Unspent money that came back; a finance maker records it from the bank's slip. */
export function ReturnsPart({ projectId, money }: ReturnsPartProps) {
  const t = useTexts(fundsTexts);
  const [open, setOpen] = useState(false);
  const nothing = money.returns.length === 0 && money.owedFen === 0;
  if (nothing && !money.mayTakeBack) return null;
  return (
    <section className="funds-part" aria-labelledby="returns">
      <h2 id="returns">{t('returns')}</h2>
      {money.owedFen > 0 ? <p className="next-line tone-late">{t('owed')} <Money fen={money.owedFen} /></p> : null}
      {money.owedFen > 0 && !money.mayTakeBack ? <p>{t('owed_how')}</p> : null}
      {money.returns.length === 0 ? <p className="quiet">{t('returns_none')}</p> : <ReturnsTable returns={money.returns} />}
      {money.mayTakeBack && !open ? (
        <p className="no-print" style={{ marginTop: 12 }}>
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t('take_back')}
          </button>
        </p>
      ) : null}
      {open ? <TakeBack projectId={projectId} onDone={() => setOpen(false)} /> : null}
    </section>
  );
}

function ReturnsTable({ returns }: Pick<ProjectMoneyView, 'returns'>) {
  const t = useTexts(fundsTexts);
  return (
    <table className="ledger" aria-labelledby="returns">
      <tbody>
        {returns.map(({ amountFen, bankReference, returnedOn, who }) => (
          <tr key={bankReference}>
            <td className="nowrap">{returnedOn}</td>
            <td>
              {t('bank_reference')} {bankReference}
              <span className="sub">
                {t('recorded_by')} {who}
              </span>
            </td>
            <td className="right">
              <Money fen={amountFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TakeBack({ projectId, onDone }: { readonly projectId: string; readonly onDone: () => void }) {
  const t = useTexts(fundsTexts);
  const fresh = useFreshCode();
  const [given, setGiven] = useState({ amount: '', reference: '', day: formatInstant(new Date(serverNow()), 'day') });
  const [tried, setTried] = useState(false);
  const record = useCommand<ReturnBody>({
    run: (body, key) => fresh.around(() => api.projectMoneyTakeBack({ path: { projectId }, body, headers: { 'Idempotency-Key': key } })),
    refresh: AFTER_WRITE,
    onDone,
  });
  const amountFen = parseFen(given.amount);
  const send = () => {
    setTried(true);
    if (amountFen && given.reference.trim() && given.day) record.mutate({ amountFen, bankReference: given.reference.trim(), returnedOn: given.day });
  };
  const set = (name: keyof typeof given) => (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value });
  return (
    <div className="move">
      <div className="fields">
        <TextField label={t('take_back_amount')} inputMode="decimal" value={given.amount} onChange={set('amount')} wrong={tried && !amountFen ? t('need_amount') : undefined} />
        <TextField label={t('returned_on')} type="date" value={given.day} onChange={set('day')} wrong={tried && !given.day ? t('need_day') : undefined} />
        <TextField label={t('bank_reference')} value={given.reference} maxLength={64} onChange={set('reference')} wrong={tried && !given.reference.trim() ? t('need_reference') : undefined} />
      </div>
      <ActionButton onAct={send} busy={record.isPending && !fresh.asking} icon="check">
        {t('take_back')}
      </ActionButton>
      {fresh.field}
      {record.error ? <ErrorNote error={record.error} /> : null}
    </div>
  );
}
