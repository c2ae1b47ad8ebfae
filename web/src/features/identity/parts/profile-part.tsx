import { useState } from 'react';
import { api, sessionQuery, useCommand, type OwnAccountView } from '../../../api/index.js';
import { ActionButton, changeLanguage, ErrorNote, TextField, useTexts } from '../../../ui/index.js';
import { OWN } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

export function ProfilePart({ own }: { readonly own: OwnAccountView }) {
  const t = useTexts(deskTexts);
  const [name, setName] = useState(own.name);
  const [tried, setTried] = useState(false);
  const rename = useCommand<string>({ run: (given) => api.ownAccountRename({ body: { name: given } }), refresh: [OWN, sessionQuery.queryKey] });
  const choose = useCommand<'zh' | 'en'>({
    run: async (language) => {
      await api.sessionLanguage({ body: { language } });
      await changeLanguage(language);
    },
    refresh: [OWN, sessionQuery.queryKey],
  });
  const send = () => {
    setTried(true);
    if (name.trim()) rename.mutate(name.trim());
  };
  return (
    <section className="desk-part" aria-labelledby="profile">
      <h2 id="profile">{t('profile')}</h2>
      <div className="desk-card">
        <p className="quiet">
          {t('email')} <span className="figures">{own.email}</span>
        </p>
        <TextField label={t('name')} hint={t('name_hint')} value={name} maxLength={80} autoComplete="name" onChange={(event) => setName(event.target.value)} wrong={tried && !name.trim() ? t('need_name') : undefined} />
        <ActionButton kind="secondary" onAct={send} busy={rename.isPending}>
          {t('save_name')}
        </ActionButton>
        <div className="field">
          <label htmlFor="own-language">{t('language')}</label>
          <select id="own-language" className="input" aria-describedby="own-language-hint" value={own.language} onChange={(event) => choose.mutate(event.target.value === 'en' ? 'en' : 'zh')}>
            <option value="zh">{t('zh')}</option>
            <option value="en">{t('en')}</option>
          </select>
          <span className="hint" id="own-language-hint">
            {t('language_hint')}
          </span>
        </div>
        {rename.error ?? choose.error ? <ErrorNote error={rename.error ?? choose.error} /> : null}
      </div>
    </section>
  );
}
