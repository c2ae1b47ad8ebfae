import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type WritersView, type WriterView } from '../../../api/index.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { myApplicationQuery } from '../queries-own.js';
import { writersQuery } from '../queries-together.js';
import { togetherTexts } from '../texts-together.js';
import { GIVEN, type Given } from './given.js';
import { InviteWriter } from './invite-writer.js';
import './together.css';


/** Who writes this application, and what each may do in it. */
export function WritersTab({ id }: { readonly id: string }) {
  const t = useTexts(togetherTexts);
  const writers = useQuery(writersQuery(id));
  if (writers.error && !writers.data) return <ErrorNote error={writers.error} onRetry={() => void writers.refetch()} />;
  if (!writers.data) return <p className="quiet" role="status">…</p>;
  const { people, mayGive, mayTakeOver } = writers.data;
  return (
    <section className="writers">
      <p className="quiet">{t('lead')}</p>
      {mayTakeOver ? <TakeOver id={id} people={people} /> : null}
      <ul className="writer-list">
        {people.map((writer) => (
          <Writer key={writer.accountId} id={id} writer={writer} mayGive={mayGive} />
        ))}
      </ul>
      {mayGive ? <InviteWriter id={id} /> : null}
    </section>
  );
}

const refreshed = (id: string) => [writersQuery(id).queryKey, myApplicationQuery(id).queryKey];

function TakeOver({ id, people }: { readonly id: string; readonly people: WritersView['people'] }) {
  const t = useTexts(togetherTexts);
  const self = people.find((writer) => writer.self);
  const taking = useCommand({ run: () => api.togetherHandOver({ path: { id }, body: { accountId: self?.accountId ?? '' } }), refresh: refreshed(id) });
  return (
    <div className="sure-box" role="alert">
      <span>{t('take_over_why')}</span>
      <button type="button" className="button primary" aria-disabled={taking.isPending} onClick={() => (taking.isPending ? undefined : taking.mutate())}>
        {t('take_over')}
      </button>
      {taking.error ? <ErrorNote error={taking.error} kept={t('kept')} /> : null}
    </div>
  );
}

function Writer({ id, writer, mayGive }: { readonly id: string; readonly writer: WriterView; readonly mayGive: boolean }) {
  const t = useTexts(togetherTexts);
  const [asked, setAsked] = useState(false);
  const giving = useCommand({ run: (part: Given) => api.togetherGive({ path: { id, accountId: writer.accountId }, body: { part } }), refresh: refreshed(id) });
  const taking = useCommand({ run: () => api.togetherTake({ path: { id, accountId: writer.accountId } }), refresh: refreshed(id) });
  const handing = useCommand({ run: () => api.togetherHandOver({ path: { id }, body: { accountId: writer.accountId } }), refresh: refreshed(id), onDone: () => setAsked(false) });
  const error = giving.error ?? taking.error ?? handing.error;
  const may = mayGive && writer.part !== 'own';
  return (
    <li>
      <span className="writer-name">
        {writer.name}
        {writer.self ? <span className="quiet"> · {t('self')}</span> : null}
        {writer.member ? null : <span className="quiet"> · {t('outsider')}</span>}
        {writer.email ? <span className="quiet writer-mail">{writer.email}</span> : null}
      </span>
      {may ? (
        <select className="input" aria-label={t('part_of', { name: writer.name })} value={writer.part} onChange={(event) => giving.mutate(event.target.value as Given)}>
          {GIVEN.map((part) => (
            <option key={part} value={part}>
              {t(part)}
            </option>
          ))}
        </select>
      ) : (
        <span>{t(writer.part)}</span>
      )}
      {may && writer.member ? (
        <button type="button" className="button plain" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {t('hand_over')}
        </button>
      ) : null}
      {may && !writer.member ? (
        <button type="button" className="button plain" onClick={() => taking.mutate()}>
          {t('take_back')}
        </button>
      ) : null}
      {asked ? (
        <div className="sure-box" role="alert">
          <span>{t('hand_over_sure', { name: writer.name })}</span>
          <button type="button" className="button primary" onClick={() => handing.mutate()}>
            {t('hand_over')}
          </button>
          <button type="button" className="button" onClick={() => setAsked(false)}>
            {t('cancel')}
          </button>
        </div>
      ) : null}
      {error ? <ErrorNote error={error} kept={t('kept')} /> : null}
    </li>
  );
}
