import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JudgingView, PanelSheetView, RoomView } from '../../../api/index.js';
import { copyText, ErrorNote, Icon, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { roomQuery } from '../queries.js';
import { roomTexts } from './room-texts.js';
import { Talk } from './talk.js';

/** The panel before one application, as far as the reader may see it now. */
export function PanelPart({ view }: { readonly view: JudgingView }) {
  const t = useTexts(roomTexts);
  const { seatId, applicationId } = view;
  const { data: room, error, refetch } = useQuery(roomQuery(seatId, applicationId));
  if (error && !room) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!room) return null;
  return (
    <section className="panel-part no-print" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Phase room={room} />
      {room.sheets.length > 0 ? <Sheets room={room} /> : null}
      {room.phase === 'discussion' || room.phase === 'sealed' ? <Talk room={room} seatId={seatId} applicationId={applicationId} /> : null}
    </section>
  );
}

function Phase({ room }: { readonly room: RoomView }) {
  const say = useSay();
  const t = useTexts(roomTexts);
  const { stop } = useMarks();
  return (
    <>
      <p className="quiet">{say(room.policy) + stop + t('private')}</p>
      {room.phase === 'own' ? <p className="quiet">{t('own')}</p> : null}
      {room.phase === 'waiting' || room.phase === 'others' ? <p className="quiet">{t('waiting', { open: room.open })}</p> : null}
    </>
  );
}

function Sheets({ room }: { readonly room: RoomView }) {
  const t = useTexts(roomTexts);
  return (
    <ul className="panel-sheets">
      {room.sheets.map((sheet) => (
        <li key={sheet.seatId} className={sheet.mine ? 'mine' : ''}>
          <span className="who">
            <Alias name={sheet.alias} />
            {sheet.mine ? t('mine') : ''}
          </span>
          <strong className="figures">{sheet.status === 'abstained' ? t('abstained') : sheet.total}</strong>
          <Aside sheet={sheet} />
        </li>
      ))}
    </ul>
  );
}

function Aside({ sheet: { confidence, comment } }: { readonly sheet: PanelSheetView }) {
  const t = useTexts(roomTexts);
  if (confidence === null && !comment) return null;
  return (
    <span className="quiet aside">
      {[confidence === null ? '' : t('confidence', { how: t(`confidence_${confidence}` as 'confidence_1') }), comment].filter(Boolean).join(' · ')}
    </span>
  );
}

/** What a machine wrote: folded, marked, to be copied, never filled in by itself. */
export function Readings({ view }: { readonly view: JudgingView }) {
  const t = useTexts(roomTexts);
  const { data: room } = useQuery(roomQuery(view.seatId, view.applicationId));
  const [copied, setCopied] = useState<string | null>(null);
  if (!room || room.readings.length === 0) return null;
  const copy = (id: string, body: string) => void copyText(body).then((done) => setCopied(done ? id : null));
  return (
    <details className="machine-reading no-print">
      <summary>{t('reading')}</summary>
      <p className="quiet">{t('reading_what')}</p>
      {room.readings.map(({ id, source, body }) => (
        <figure key={id}>
          <figcaption className="quiet">{source}</figcaption>
          <blockquote>{body}</blockquote>
          <button type="button" className="link-button" onClick={() => copy(id, body)}>
            <Icon name={copied === id ? 'check' : 'file'} /> {copied === id ? t('copied') : t('copy')}
          </button>
        </figure>
      ))}
    </details>
  );
}
