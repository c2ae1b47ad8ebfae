import { useId, useState, type FormEvent } from 'react';
import { api, useCommand } from '../../../api/index.js';
import { ErrorNote, TextField, useTexts } from '../../../ui/index.js';
import { writersQuery } from '../queries-together.js';
import { togetherTexts } from '../texts-together.js';
import { GIVEN, type Given } from './given.js';

export function InviteWriter({ id }: { readonly id: string }) {
  const t = useTexts(togetherTexts);
  const partId = useId();
  const [email, setEmail] = useState('');
  const [part, setPart] = useState<Given>('comment');
  const [done, setDone] = useState(false);
  const inviting = useCommand({
    run: (_: void, key) => api.togetherInvite({ path: { id }, body: { email: email.trim(), part }, headers: { 'Idempotency-Key': key } }),
    refresh: [writersQuery(id).queryKey],
    onDone: () => {
      setEmail('');
      setDone(true);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    if (email.trim() && !inviting.isPending) inviting.mutate();
  };
  return (
    <form onSubmit={send} noValidate className="invite-writer">
      <h2>{t('invite')}</h2>
      <div className="invite-fields">
        <TextField label={t('invite_email')} hint={t('invite_hint')} type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        <div className="field">
          <label htmlFor={partId}>{t('invite_part')}</label>
          <select id={partId} className="input" value={part} onChange={(event) => setPart(event.target.value as Given)}>
            {GIVEN.map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button" aria-disabled={inviting.isPending}>
          {t('invite')}
        </button>
      </div>
      <p role="status" className="status-mark tone-done">
        {done ? t('invited') : null}
      </p>
      {inviting.error ? <ErrorNote error={inviting.error} kept={t('kept')} /> : null}
    </form>
  );
}
