import { useState } from 'react';
import { api, useCommand, type AccountView, type RoleBody, type RoleView } from '../../../api/index.js';
import { ActionButton, ErrorNote, useTexts } from '../../../ui/index.js';
import { AFTER_ADMIN } from '../queries-desk.js';
import { isGiven } from '../roles.js';
import { deskTexts } from '../texts-desk.js';
import { RoleChoice, type RoleWanted } from './role-choice.js';

const NO_ROLE: RoleWanted = { role: null, nodeId: '' };

export function RolesPart({ account }: { readonly account: AccountView }) {
  const t = useTexts(deskTexts);
  return (
    <section className="desk-part" aria-labelledby="roles">
      <h2 id="roles">{t('roles')}</h2>
      {account.roles.length === 0 ? <p className="quiet">{t('no_roles')}</p> : null}
      {account.roles.map((role) => (
        <Role key={role.id} accountId={account.id} held={role} />
      ))}
      <Grant accountId={account.id} />
    </section>
  );
}

function Role({ accountId, held: { id, role, nodeName } }: { readonly accountId: string; readonly held: RoleView }) {
  const t = useTexts(deskTexts);
  const [sure, setSure] = useState(false);
  const revoke = useCommand({ run: () => api.administratorRevoke({ path: { id: accountId, roleId: id } }), refresh: AFTER_ADMIN });
  if (!isGiven(role)) return <div className="desk-card">{t('organisation_role')}</div>;
  const name = t(`role_${role}`);
  return (
    <div className="desk-card">
      <div className="row">
        <strong>{t('role_at', { role: name, place: nodeName ?? '' })}</strong>
        <span className="quiet">{t(`may_${role}`)}</span>
      </div>
      {sure ? (
        <>
          <p className="quiet">{t('revoke_what')}</p>
          <div className="row">
            <ActionButton kind="danger" onAct={() => revoke.mutate()} busy={revoke.isPending}>
              {t('revoke_confirm', { role: name })}
            </ActionButton>
            <button type="button" className="button plain" onClick={() => setSure(false)}>
              {t('keep')}
            </button>
          </div>
        </>
      ) : (
        <button type="button" className="button" onClick={() => setSure(true)} aria-label={`${t('revoke')} ${name}`}>
          {t('revoke')}
        </button>
      )}
      {revoke.error ? <ErrorNote error={revoke.error} /> : null}
    </div>
  );
}

function Grant({ accountId }: { readonly accountId: string }) {
  const t = useTexts(deskTexts);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(NO_ROLE);
  const [tried, setTried] = useState(false);
  const grant = useCommand<RoleBody>({
    run: (body, key) => api.administratorGrant({ path: { id: accountId }, body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_ADMIN,
    onDone: () => (setOpen(false), setWanted(NO_ROLE), setTried(false)),
  });
  if (!open) {
    return (
      <p style={{ marginTop: 12 }}>
        <ActionButton kind="secondary" icon="plus" onAct={() => setOpen(true)}>
          {t('grant')}
        </ActionButton>
      </p>
    );
  }
  return (
    <div className="desk-card" style={{ marginTop: 12 }}>
      <p className="quiet">{t('grant_what')}</p>
      <RoleChoice wanted={wanted} tried={tried} onChange={setWanted} />
      <div className="row">
        <ActionButton busy={grant.isPending} onAct={() => (setTried(true), wanted.role && wanted.nodeId ? grant.mutate({ role: wanted.role, nodeId: wanted.nodeId }) : undefined)}>
          {t('grant')}
        </ActionButton>
        <button type="button" className="button plain" onClick={() => setOpen(false)}>
          {t('keep')}
        </button>
      </div>
      {grant.error ? <ErrorNote error={grant.error} /> : null}
    </div>
  );
}
