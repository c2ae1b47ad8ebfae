import { useState } from 'react';
import { api, useCommand, type InviteBody } from '../../../api/index.js';
import { ActionButton, ErrorNote, StatusMark, TextField, useTexts } from '../../../ui/index.js';
import { looksLikeAddress } from '../looks-like-address.js';
import { AFTER_ADMIN } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';
import { RoleChoice, type RoleWanted } from './role-choice.js';

const BLANK = { email: '', name: '', language: 'zh' as 'zh' | 'en' };
const NO_ROLE: RoleWanted = { role: null, nodeId: '' };

/** Asks a colleague in with one role; more are granted on the account's page. */
export function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(deskTexts);
  const [given, setGiven] = useState(BLANK);
  const [wanted, setWanted] = useState(NO_ROLE);
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const invite = useCommand<InviteBody>({
    run: (body, key) => api.administratorInvite({ body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_ADMIN,
    onDone: () => (setSent(given.email), setGiven(BLANK), setWanted(NO_ROLE), setTried(false)),
  });
  const whole = looksLikeAddress(given.email.trim());
  const send = () => {
    setTried(true);
    if (!whole || !given.name.trim() || !wanted.role || !wanted.nodeId) return;
    invite.mutate({ email: given.email.trim(), name: given.name.trim(), language: given.language, roles: [{ role: wanted.role, nodeId: wanted.nodeId }] });
  };
  return (
    <section className="desk-card" aria-label={t('invite_title')} style={{ marginTop: 16 }}>
      <h2>{t('invite_title')}</h2>
      <p className="quiet">{t('invite_lead')}</p>
      <div className="pair">
        <TextField label={t('name')} value={given.name} maxLength={80} onChange={(event) => setGiven({ ...given, name: event.target.value })} wrong={tried && !given.name.trim() ? t('need_name') : undefined} />
        <TextField label={t('col_email')} type="email" value={given.email} onChange={(event) => setGiven({ ...given, email: event.target.value })} wrong={tried && !whole ? t('need_email') : undefined} />
      </div>
      <RoleChoice wanted={wanted} tried={tried} onChange={setWanted} />
      <div className="row">
        <ActionButton onAct={send} busy={invite.isPending} icon="check">
          {t('invite_send')}
        </ActionButton>
        <button type="button" className="button plain" onClick={onClose}>
          {t('keep')}
        </button>
      </div>
      <div role="status">{sent ? <StatusMark tone="done" word={t('invite_sent', { email: sent })} /> : null}</div>
      {invite.error ? <ErrorNote error={invite.error} /> : null}
    </section>
  );
}
