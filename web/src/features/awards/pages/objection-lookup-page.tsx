import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { TextField, useTexts } from '../../../ui/index.js';
import '../notice.css';
import { publicTexts } from '../texts-public.js';

/** Whoever has objected asks after it with the reference. */
export default function ObjectionLookupPage() {
  const t = useTexts(publicTexts);
  const navigate = useNavigate();
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const plain = reference.replace(/\s/g, '').toUpperCase();
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (plain) void navigate({ to: `/objections/${encodeURIComponent(plain)}` });
  };
  return (
    <article className="page">
      <h1>{t('ask_title')}</h1>
      <p className="quiet">{t('ask_lead')}</p>
      <form className="objection-form" onSubmit={ask} noValidate>
        <TextField label={t('reference')} value={reference} autoComplete="off" spellCheck={false} onChange={(event) => setReference(event.target.value)} wrong={tried && !plain ? t('need_reference') : undefined} />
        <div>
          <button type="submit" className="button primary">{t('ask_do')}</button>
        </div>
      </form>
    </article>
  );
}
