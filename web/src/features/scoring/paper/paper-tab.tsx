import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { StageOverview } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, TextField, useTexts } from '../../../ui/index.js';
import { paperQuery } from '../queries.js';
import { GuestDialog } from './guest-dialog.js';
import { GuestPart } from './guest-part.js';
import { paperTexts } from './paper-texts.js';
import './paper.css';

interface PaperProps {
  readonly callId: string;
  readonly stage: StageOverview;
  readonly mine: boolean;
}

/** Guest judges of the stage: what they have declared, what is printed for them, and how far their paper has come. */
export function PaperTab({ callId, stage, mine }: PaperProps) {
  const t = useTexts(paperTexts);
  const [adding, setAdding] = useState(false);
  const { data: seats, error, refetch } = useQuery(paperQuery(callId, stage.key));
  if (error && !seats) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!seats) return <p className="quiet" role="status">{t('loading')}</p>;
  const open = stage.status === 'open' && mine;
  return (
    <>
      <p className="quiet">{t('lead')}</p>
      {mine && stage.status !== 'sealed' ? (
        <p className="panel-tools">
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t('add')}
          </button>
        </p>
      ) : null}
      {open && seats.length > 0 ? <Find callId={callId} /> : null}
      {seats.length === 0 ? <Empty small why={t('none')} what={t('none_what')} /> : null}
      {seats.map((seat) => (
        <GuestPart key={seat.seatId} callId={callId} stageKey={stage.key} seat={seat} open={open} />
      ))}
      {adding ? <GuestDialog callId={callId} stage={stage} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Find({ callId }: { readonly callId: string }) {
  const t = useTexts(paperTexts);
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const go = () => (code.trim() === '' ? undefined : void navigate({ to: `/desk/scoring/${callId}/paper-sheets/${encodeURIComponent(code.trim())}` }));
  return (
    <form className="paper-find" onSubmit={(event) => { event.preventDefault(); go(); }}>
      <TextField label={t('find')} hint={t('find_hint')} value={code} onChange={(event) => setCode(event.target.value)} />
      <ActionButton kind="secondary" onAct={go}>{t('find_do')}</ActionButton>
    </form>
  );
}
