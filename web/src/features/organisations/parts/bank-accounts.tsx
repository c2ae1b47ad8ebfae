import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, useCommand, type BankAccountView, type OrganisationView } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, Instant, StatusMark, TextField, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { accountsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

const TONES: Readonly<Record<string, Tone>> = { proposed: 'waiting', verified: 'done', rejected: 'late', replaced: 'quiet' };

/** Where the money goes: what is in use, what waits to be verified, and what was before. */
export function BankAccounts({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useTexts(ownTexts);
  const accounts = useQuery(accountsQuery(organisation.id));
  const [changing, setChanging] = useState(false);
  if (accounts.error && !accounts.data) return <ErrorNote error={accounts.error} onRetry={() => void accounts.refetch()} />;
  const rows = accounts.data ?? [];
  const waits = rows.some(({ status }) => status === 'proposed');
  const open = accounts.data !== undefined && !waits && (changing || !rows.some(({ status }) => status === 'verified'));
  return (
    <section>
      <p className="quiet" style={{ maxWidth: '46em' }}>
        {t('bank_lead')}
      </p>
      {accounts.data && rows.length === 0 ? <Empty small why={t('bank_none')} what={t('bank_none_do')} /> : null}
      <ul className="bank-list">
        {rows.map((account) => (
          <Account key={account.id} account={account} />
        ))}
      </ul>
      {waits ? <p className="quiet">{t('bank_waiting')}</p> : null}
      {open ? <Proposal organisation={organisation} onDone={() => setChanging(false)} /> : null}
      {!open && !waits && accounts.data ? (
        <p style={{ marginTop: 16 }}>
          <button type="button" className="button" onClick={() => setChanging(true)}>
            {t('bank_change')}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function Account({ account }: { readonly account: BankAccountView }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  return (
    <li>
      <StatusMark word={say(account.label)} tone={TONES[account.status] ?? 'quiet'} />
      <dl>
        <div>
          <dt>{t('bank_name')}</dt>
          <dd>{account.bankName}</dd>
        </div>
        <div>
          <dt>{t('account_name')}</dt>
          <dd>{account.accountName}</dd>
        </div>
        <div>
          <dt>{t('last_digits')}</dt>
          <dd className="figures">{account.masked.slice(-4)}</dd>
        </div>
        <div>
          <dt>{t('proposed_at')}</dt>
          <dd>
            <Instant at={account.proposedAt} />
          </dd>
        </div>
        {account.note ? (
          <div>
            <dt>{t('bank_note')}</dt>
            <dd>{account.note}</dd>
          </div>
        ) : null}
      </dl>
    </li>
  );
}

function Proposal({ organisation, onDone }: { readonly organisation: OrganisationView; readonly onDone: () => void }) {
  const t = useTexts(ownTexts);
  const [given, setGiven] = useState({ bankName: '', accountName: organisation.name, number: '' });
  const [tried, setTried] = useState(false);
  const proposing = useCommand({
    run: (body: typeof given, key) => api.organisationMemberProposeAccount({ path: { id: organisation.id }, body, headers: { 'Idempotency-Key': key } }),
    refresh: [accountsQuery(organisation.id).queryKey],
    onDone,
  });
  const digits = given.number.normalize('NFKC').replace(/[\s-]/g, '');
  const wrongNumber = /^\d{8,32}$/.test(digits) ? undefined : t('need_account_number');
  const wrongBank = given.bankName.trim() ? undefined : t('need', { field: t('bank_name') });
  const wrongName = given.accountName.trim() ? undefined : t('need', { field: t('account_name') });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrongNumber && !wrongBank && !wrongName && !proposing.isPending) proposing.mutate({ ...given, number: digits });
  };
  const change = (field: keyof typeof given) => (event: { target: { value: string } }) => setGiven({ ...given, [field]: event.target.value });
  return (
    <form className="bank-form" onSubmit={send} noValidate>
      <TextField label={t('bank_name')} hint={t('bank_name_hint')} maxLength={120} value={given.bankName} onChange={change('bankName')} wrong={tried ? wrongBank : undefined} />
      <TextField label={t('account_name')} hint={t('account_name_hint')} maxLength={120} value={given.accountName} onChange={change('accountName')} wrong={tried ? wrongName : undefined} />
      <TextField label={t('account_number')} hint={t('account_number_hint')} inputMode="numeric" autoComplete="off" maxLength={48} value={given.number} onChange={change('number')} wrong={tried ? wrongNumber : undefined} />
      {proposing.error ? <ErrorNote error={proposing.error} kept={t('kept')} /> : null}
      <button type="submit" className="button primary" aria-disabled={proposing.isPending}>
        {proposing.isPending ? <Icon name="spinner" className="spin" /> : null}
        {t('bank_propose')}
      </button>
    </form>
  );
}
