import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type AccountToVerifyView, type BankAccountView } from '../../../api/index.js';
import { ActionButton, DocumentLink, Empty, ErrorNote, Facts, Instant, ReasonList, StatusMark, useFreshCode, useSay, useTexts } from '../../../ui/index.js';
import { accountsQuery, AFTER_STAFF } from '../queries-staff.js';
import { staffTexts } from '../texts-staff.js';
import { ReasonAct } from './reason-act.js';

const TONE = { proposed: 'waiting', verified: 'done', rejected: 'late', replaced: 'quiet' } as const;

/** What waits to be verified, beside what is in use; then what there was. */
export function AccountsTab({ organisationId }: { readonly organisationId: string }) {
  const t = useTexts(staffTexts);
  const accounts = useQuery(accountsQuery(organisationId));
  if (accounts.isError && !accounts.data) return <ErrorNote error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <p className="quiet" role="status">{t('accounts')}…</p>;
  if (accounts.data.length === 0) return <Empty why={t('accounts_none')} what={t('accounts_none_do')} />;
  const waiting = accounts.data.filter(({ status }) => status === 'proposed');
  const others = accounts.data.filter(({ status }) => status !== 'proposed').reverse();
  return (
    <>
      {waiting.map((account) => (
        <section className="org-part" key={account.id} aria-labelledby={`verify-${account.id}`}>
          <h2 id={`verify-${account.id}`}>{t('to_verify')}</h2>
          <ToVerify account={account} />
        </section>
      ))}
      {others.length > 0 ? (
        <section className="org-part" aria-labelledby="accounts-before">
          <h2 id="accounts-before">{t('history_accounts')}</h2>
          {others.map((account) => (
            <Known key={account.id} account={account} />
          ))}
        </section>
      ) : null}
    </>
  );
}

function ToVerify({ account }: { readonly account: AccountToVerifyView }) {
  const t = useTexts(staffTexts);
  return (
    <div className="org-card">
      <div className="side-by-side">
        <div>
          <h3>{t('new_account')}</h3>
          <AccountFacts account={account} />
        </div>
        <div className="old">
          <h3>{t('in_use')}</h3>
          {account.inUse ? <AccountFacts account={account.inUse} /> : <p className="quiet">{t('no_in_use')}</p>}
        </div>
      </div>
      <ReasonList
        reasons={[
          { holds: account.nameMatches, sentence: account.nameMatches ? t('name_matches') : t('name_differs', { name: account.organisationName }) },
          {
            holds: account.papers.length > 0 ? true : null,
            sentence: account.papers.length > 0 ? t('papers') : t('papers_none'),
            extra: account.papers.map(({ id, name }) => (
              <DocumentLink key={id} id={id} name={name} />
            )),
          },
        ]}
      />
      <p className="quiet">
        {t('proposed_by', { who: account.proposedBy })} <Instant at={account.proposedAt} zone={false} />
      </p>
      <Decide account={account} />
    </div>
  );
}

function AccountFacts({ account }: { readonly account: BankAccountView }) {
  const t = useTexts(staffTexts);
  return (
    <Facts
      facts={[
        { label: t('account_name'), value: account.accountName },
        { label: t('bank'), value: account.bankName },
        { label: t('number'), value: <span className="figures">{account.masked}</span> },
      ]}
    />
  );
}

function Decide({ account }: { readonly account: AccountToVerifyView }) {
  const t = useTexts(staffTexts);
  const say = useSay();
  const fresh = useFreshCode();
  const [number, setNumber] = useState<string | null>(null);
  const decide = useCommand<{ move: 'verify' | 'reject'; note?: string }>({
    run: (body, key) => fresh.around(() => api.organisationStaffDecideAccount({ path: { id: account.id }, body, headers: { 'Idempotency-Key': key } })),
    refresh: AFTER_STAFF,
  });
  const reveal = useCommand({
    run: (_: void, key) => fresh.around(() => api.bankAccountsNumber({ path: { id: account.id }, headers: { 'Idempotency-Key': key } })),
    refresh: AFTER_STAFF,
    onDone: (shown: { number: string }) => setNumber(shown.number),
  });
  const refusal = account.mayVerify || !account.refusal ? null : say(account.refusal);
  const finance = account.mayVerify || account.mayReject;
  return (
    <>
      {finance ? (
        number ? (
          <p>
            {t('number')} <strong className="figures">{number.replace(/(.{4})(?=.)/g, '$1 ')}</strong>
          </p>
        ) : (
          <p className="row">
            <ActionButton kind="secondary" icon="eye" busy={reveal.isPending && !fresh.asking} onAct={() => reveal.mutate()}>
              {t('reveal')}
            </ActionButton>
            <span className="quiet">{t('reveal_what')}</span>
          </p>
        )
      ) : null}
      <ActionButton refusal={refusal} busy={decide.isPending && !fresh.asking} icon="check" onAct={() => decide.mutate({ move: 'verify' })}>
        {t('verify')}
      </ActionButton>
      {account.mayReject ? (
        <ReasonAct action={t('reject')} label={t('reject_reason')} hint={t('reject_hint')} kind="danger" busy={decide.isPending && !fresh.asking} error={null} onReason={(note) => decide.mutate({ move: 'reject', note })} />
      ) : null}
      {fresh.field}
      {decide.error ?? reveal.error ? <ErrorNote error={decide.error ?? reveal.error} /> : null}
    </>
  );
}

function Known({ account }: { readonly account: AccountToVerifyView }) {
  const t = useTexts(staffTexts);
  const say = useSay();
  return (
    <div className="org-card">
      <p className="row">
        <StatusMark tone={TONE[account.status as keyof typeof TONE] ?? 'calm'} word={say(account.label)} />
        <strong>{account.accountName}</strong>
        <span className="figures">
          {account.bankName} {account.masked}
        </span>
      </p>
      {account.decidedBy && account.decidedAt ? (
        <p className="quiet">
          {t('decided_by', { who: account.decidedBy })} <Instant at={account.decidedAt} zone={false} />
          {account.note ? ` · ${account.note}` : ''}
        </p>
      ) : null}
    </div>
  );
}
