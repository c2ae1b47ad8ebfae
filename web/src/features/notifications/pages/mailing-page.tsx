import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useCommand, type MailingLetterView, type MailingView } from '../../../api/index.js';
import { ActDialog, ErrorNote, formatInstant, PageShell, useSay, useTexts } from '../../../ui/index.js';
import { mailingTexts } from '../mailing-texts.js';
import '../notices.css';
import { MAILINGS, mailingQuery } from '../queries.js';
import { MAILING_TONES } from './mailings-page.js';

/** The dry run of letters to many: every word and everybody who would get it, before anything goes out. */
export default function MailingPage() {
  const t = useTexts(mailingTexts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery(mailingQuery(id));
  if (error && !data) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return <Mailing mailing={data} />;
}

function Mailing({ mailing }: { readonly mailing: MailingView }) {
  const t = useTexts(mailingTexts);
  const say = useSay();
  const { about, people, status, label, preparedBy, preparedAt, decidedBy, decidedAt, letters, note } = mailing;
  const at = (name: string, time: string) => ({ name, time: formatInstant(new Date(time), 'minute') });
  return (
    <PageShell
      title={say(about)}
      reference={`${t('people', { count: people })} · ${t('prepared', at(preparedBy, preparedAt))}`}
      back={{ to: '/desk/mailings', label: t('back') }}
      status={{ word: say(label), tone: MAILING_TONES[status], now: decidedBy && decidedAt ? t(status === 'sent' ? 'sent' : 'dropped', at(decidedBy, decidedAt)) : t('now_waiting'), who: status === 'waiting' ? t('who_waiting') : t(`now_${status}`) }}
    >
      {note ? <p>{note}</p> : null}
      <Decide mailing={mailing} />
      {letters.map((letter, index) => (
        <Letter key={index} letter={letter} at={index + 1} />
      ))}
    </PageShell>
  );
}

function Decide({ mailing: { id, people, moves } }: { readonly mailing: MailingView }) {
  const t = useTexts(mailingTexts);
  const say = useSay();
  const decide = useCommand<{ send: boolean; note: string }, unknown>({
    run: ({ send, note }, key) => api.mailingsDecide({ path: { id }, body: { send, ...(note ? { note } : {}) }, headers: { 'Idempotency-Key': key } }), refresh: [MAILINGS],
  });
  const [send, drop] = ['send', 'drop'].map((move) => moves.find((one) => one.move === move));
  if (!send || !drop) return null;
  return (
    <div className="mailing-acts">
      <ActDialog label={t('send', { count: people })} refusal={send.reason && say(send.reason)} onAct={() => decide.mutateAsync({ send: true, note: '' })}>
        <p>{t('send_what', { count: people })}</p>
      </ActDialog>
      <ActDialog label={t('drop')} kind="secondary" reason={{ label: t('drop_note'), least: 2 }} onAct={(note) => decide.mutateAsync({ send: false, note })}>
        <p>{t('drop_what')}</p>
      </ActDialog>
    </div>
  );
}

/** So many are shown at first: a long list does not push the next letter out of sight. */
const FIRST = 12;

function Letter({ letter: { title, body, to }, at }: { readonly letter: MailingLetterView; readonly at: number }) {
  const t = useTexts(mailingTexts);
  const say = useSay();
  const [all, setAll] = useState(false);
  return (
    <section className="mailing-letter" aria-label={t('letter', { at, count: to.length })}>
      <h2>{t('letter', { at, count: to.length })}</h2>
      <h3>{t('words')}</h3>
      <div className="mailing-words">
        <p className="what">{say(title)}</p>
        <p>{say(body)}</p>
      </div>
      <h3>{t('recipients')}</h3>
      <ul className="mailing-people">
        {(all ? to : to.slice(0, FIRST)).map(({ name, email }) => (
          <li key={email}>
            {name} <span className="quiet">{email}</span>
          </li>
        ))}
      </ul>
      {!all && to.length > FIRST ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('all', { count: to.length })}
        </button>
      ) : null}
    </section>
  );
}
