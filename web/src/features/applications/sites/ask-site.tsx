import { useState, type FormEvent } from 'react';
import { api, useCommand, type SiteLinkView } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextField, useTexts } from '../../../ui/index.js';
import { myApplicationQuery } from '../queries-own.js';
import type { MadeLink } from './site-link.js';
import { siteTexts } from './texts-sites.js';

interface AskSiteProps {
  readonly id: string;
  readonly onDone: (made: MadeLink) => void;
  readonly onCancel: () => void;
}

/** The name of the site, and where the link goes if that is known. */
export function AskSite({ id, onDone, onCancel }: AskSiteProps) {
  const t = useTexts(siteTexts);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const given = { name: name.trim(), email: email.trim() };
  const asking = useCommand<void, SiteLinkView>({
    run: () => api.sitesAsk({ path: { id }, body: { name: given.name, ...(given.email ? { email: given.email } : {}) } }),
    refresh: [myApplicationQuery(id).queryKey],
    onDone: ({ token }) => onDone({ name: given.name, email: given.email || null, token }),
  });
  const ready = given.name.length >= 2 && !asking.isPending;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (ready) asking.mutate();
  };
  return (
    <form className="dialogue-sheet site-ask no-print" onSubmit={ask} noValidate>
      <TextField label={t('name')} hint={t('name_hint')} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      <TextField label={t('email')} hint={t('email_hint')} type="email" inputMode="email" autoComplete="off" maxLength={200} value={email} onChange={(event) => setEmail(event.target.value)} />
      {asking.error ? <ErrorNote error={asking.error} /> : null}
      <p className="answer-row">
        <ActionButton busy={asking.isPending} onAct={() => (ready ? asking.mutate() : undefined)} refusal={given.name.length < 2 ? t('name_due') : null}>
          {t('do_ask')}
        </ActionButton>
        <ActionButton kind="secondary" onAct={onCancel}>
          {t('cancel')}
        </ActionButton>
      </p>
    </form>
  );
}
