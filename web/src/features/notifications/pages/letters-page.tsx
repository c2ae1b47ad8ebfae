import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, Problem, type KeptMailView } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, Instant, TextField, useTexts, useUrlState } from '../../../ui/index.js';
import '../notices.css';
import { noticeTexts } from '../texts.js';

/** Letters that were kept instead of being sent, newest first. */
export default function LettersPage() {
  const t = useTexts(noticeTexts);
  const [{ to }] = useUrlState();
  const letters = useQuery({ queryKey: ['letters', to ?? ''], queryFn: () => api.inboxKeptMail({ query: to ? { to } : {} }), refetchInterval: 10_000 });
  const gone = letters.error instanceof Problem && letters.error.status === 404;
  return (
    <article className="page">
      <h1>{t('letters')}</h1>
      {gone ? <Empty why={t('letters_gone')} what={t('letters_gone_do')} /> : <p className="quiet prose">{t('letters_lead')}</p>}
      {gone ? null : <Find given={to ?? ''} />}
      {letters.isError && !gone ? <ErrorNote error={letters.error} onRetry={() => void letters.refetch()} /> : null}
      {letters.data?.length === 0 ? <Empty why={t('letters_none')} what={t('letters_none_do')} /> : null}
      <ul className="letters">
        {letters.data?.map((letter) => (
          <Letter key={letter.messageId} letter={letter} />
        ))}
      </ul>
    </article>
  );
}

function Find({ given }: { readonly given: string }) {
  const t = useTexts(noticeTexts);
  const [, change] = useUrlState();
  const [address, setAddress] = useState(given);
  const send = (event: FormEvent) => {
    event.preventDefault();
    change({ to: address.trim() });
  };
  return (
    <form className="letters-find" onSubmit={send}>
      <TextField label={t('letters_find')} type="email" value={address} onChange={(event) => setAddress(event.target.value)} />
      <button type="submit" className="button">
        <Icon name="search" />
        {t('letters_search')}
      </button>
      {given ? (
        <button type="button" className="button plain" onClick={() => (setAddress(''), change({ to: undefined }))}>
          {t('letters_clear')}
        </button>
      ) : null}
    </form>
  );
}

const ADDRESS = /https?:\/\/\S+/;

function Letter({ letter: { to, subject, text, keptAt } }: { readonly letter: KeptMailView }) {
  const t = useTexts(noticeTexts);
  const link = ADDRESS.exec(text)?.[0];
  return (
    <li>
      <p className="head">
        <span>
          {t('letters_to')} {to}
        </span>
        <Instant at={keptAt} zone={false} />
      </p>
      <h2>{subject}</h2>
      <p className="text">{text}</p>
      {link ? <a href={link}>{t('letters_link')}</a> : null}
    </li>
  );
}
