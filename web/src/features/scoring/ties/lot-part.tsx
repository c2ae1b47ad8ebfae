import { useState } from 'react';
import { api, useCommand, type OpenTieView, type TieDecisionView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, Instant, TextField, useTexts } from '../../../ui/index.js';
import { tiesTexts } from './ties-texts.js';

interface LotPartProps {
  readonly callId: string;
  readonly tie: OpenTieView;
}

/** The lot in two steps: fixed first, settled by a number that nobody knew then. */
export function LotPart({ callId, tie }: LotPartProps) {
  return tie.decision ? <Reveal callId={callId} decision={tie.decision} /> : <Commit callId={callId} tie={tie} />;
}

function Commit({ callId, tie }: LotPartProps) {
  const t = useTexts(tiesTexts);
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const applicationIds = tie.equals.map(({ applicationId }) => applicationId);
  const commit = useCommand<void, unknown>({ run: (_, key) => api.tiesCommitLot({ path: { callId }, body: { applicationIds, source: source.trim() }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  const short = [...source.trim()].length < 4;
  const act = () => {
    setTried(true);
    if (!short) commit.mutate();
  };
  return (
    <div className="tie-form">
      <p>{t('lot_what')}</p>
      <TextField label={t('source')} hint={t('source_hint')} value={source} maxLength={200} wrong={tried && short ? t('source_due') : undefined} onChange={(event) => setSource(event.target.value)} />
      {commit.error ? <ErrorNote error={commit.error} /> : null}
      <ActionButton icon="lock" busy={commit.isPending} onAct={act}>
        {t('commit')}
      </ActionButton>
    </div>
  );
}

function Reveal({ callId, decision }: { readonly callId: string; readonly decision: TieDecisionView }) {
  const t = useTexts(tiesTexts);
  const [value, setValue] = useState('');
  const reveal = useCommand<void, unknown>({
    run: (_, key) => api.tiesRevealLot({ path: { callId, id: decision.id }, body: { publicValue: value.trim() }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']],
  });
  return (
    <div className="tie-form">
      <p className="tone-waiting tie-word">
        <Icon name="lock" /> {t('fixed')} <Instant at={decision.recordedAt} zone={false} />
      </p>
      <p>{t('publish_this')}</p>
      <p className="tie-hash figures">{decision.commitment}</p>
      <TextField label={t('value', { source: decision.grounds })} value={value} maxLength={200} onChange={(event) => setValue(event.target.value)} />
      {reveal.error ? <ErrorNote error={reveal.error} /> : null}
      <ActionButton busy={reveal.isPending} onAct={() => (value.trim() === '' ? undefined : reveal.mutate())}>
        {t('reveal')}
      </ActionButton>
    </div>
  );
}
