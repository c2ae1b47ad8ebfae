import { useState } from 'react';
import { api, useCommand, type ChangePasswordBody } from '../../../api/index.js';
import { ActionButton, ErrorNote, PasswordField, StatusMark, useTexts } from '../../../ui/index.js';
import { OWN } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

export function PasswordPart() {
  const t = useTexts(deskTexts);
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const change = useCommand<ChangePasswordBody>({
    run: (body) => api.sessionPassword({ body }),
    refresh: [OWN],
    onDone: () => (setPresent(''), setNext(''), setTried(false)),
  });
  const send = () => {
    setTried(true);
    if (present && next) change.mutate({ present, password: next });
  };
  return (
    <section className="desk-part" aria-labelledby="password">
      <h2 id="password">{t('password')}</h2>
      <div className="desk-card">
        <PasswordField label={t('present')} autoComplete="current-password" value={present} onValue={setPresent} />
        <PasswordField label={t('next')} hint={t('next_hint')} autoComplete="new-password" value={next} onValue={setNext} wrong={tried && (!present || !next) ? t('need_both') : undefined} />
        <ActionButton kind="secondary" onAct={send} busy={change.isPending}>
          {t('change_password')}
        </ActionButton>
        <div role="status">{change.isSuccess ? <StatusMark tone="done" word={t('changed')} /> : null}</div>
        {change.error ? <ErrorNote error={change.error} /> : null}
      </div>
    </section>
  );
}
