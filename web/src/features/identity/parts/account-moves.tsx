import { api, useCommand, type AccountView } from '../../../api/index.js';
import { ActionButton, ErrorNote, StatusMark, useFreshCode, useTexts } from '../../../ui/index.js';
import { AFTER_ADMIN } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

/** Inviting again, disabling, enabling, and clearing a lost authenticator. */
export function AccountMoves({ account }: { readonly account: AccountView }) {
  const t = useTexts(deskTexts);
  return (
    <section className="desk-part" aria-labelledby="moves">
      <h2 id="moves">{t('account_moves')}</h2>
      {account.status === 'invited' ? <InviteAgain id={account.id} /> : null}
      {account.secondFactorEnabled && !account.self ? <ResetFactor id={account.id} /> : null}
      <Switch account={account} />
    </section>
  );
}

function InviteAgain({ id }: { readonly id: string }) {
  const t = useTexts(deskTexts);
  const again = useCommand({ run: (_: void, key) => api.administratorInviteAgain({ path: { id }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_ADMIN });
  return (
    <div className="desk-card">
      <ActionButton kind="secondary" onAct={() => again.mutate()} busy={again.isPending}>
        {t('invite_again')}
      </ActionButton>
      <div role="status">{again.isSuccess ? <StatusMark tone="done" word={t('invited_again')} /> : null}</div>
      {again.error ? <ErrorNote error={again.error} /> : null}
    </div>
  );
}

function ResetFactor({ id }: { readonly id: string }) {
  const t = useTexts(deskTexts);
  const fresh = useFreshCode();
  const reset = useCommand({ run: (_: void, key) => fresh.around(() => api.administratorResetFactor({ path: { id }, headers: { 'Idempotency-Key': key } })), refresh: AFTER_ADMIN });
  return (
    <div className="desk-card">
      <p className="quiet">{t('reset_what')}</p>
      <ActionButton kind="danger" onAct={() => reset.mutate()} busy={reset.isPending && !fresh.asking}>
        {t('reset_factor')}
      </ActionButton>
      {fresh.field}
      <div role="status">{reset.isSuccess ? <StatusMark tone="done" word={t('reset_done')} /> : null}</div>
      {reset.error ? <ErrorNote error={reset.error} /> : null}
    </div>
  );
}

function Switch({ account: { id, status, self } }: { readonly account: AccountView }) {
  const t = useTexts(deskTexts);
  const disabled = status === 'disabled';
  const change = useCommand({
    run: (_: void, key) => (disabled ? api.administratorEnable : api.administratorDisable)({ path: { id }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_ADMIN,
  });
  if (status === 'unconfirmed') return null;
  return (
    <div className="desk-card">
      {disabled ? null : <p className="quiet">{t('disable_what')}</p>}
      <ActionButton kind={disabled ? 'secondary' : 'danger'} refusal={self ? t('disable_self') : null} onAct={() => change.mutate()} busy={change.isPending}>
        {disabled ? t('enable') : t('disable')}
      </ActionButton>
      {change.error ? <ErrorNote error={change.error} /> : null}
    </div>
  );
}
