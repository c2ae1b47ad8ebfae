import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api, useCommand, type PanelDrawView } from '../../../api/index.js';
import { ErrorNote, Icon, Instant, toCsv, useJoin, useTexts } from '../../../ui/index.js';
import { drawsQuery } from '../queries.js';
import { drawTexts } from './draw-texts.js';
import type { PanelPlace } from './pool-dialog.js';

interface DrawDialogProps {
  readonly place: PanelPlace;
  readonly wanted: number;
  readonly onClose: () => void;
}

/** Draws judges in two steps: pool and secret are fixed first, the public number decides afterwards; anybody can repeat it. */
export function DrawDialog({ place, wanted, onClose }: DrawDialogProps) {
  const t = useTexts(drawTexts);
  const { data: draws, error } = useQuery(drawsQuery(place));
  const open = draws?.find(({ revealedAt }) => revealedAt === null);
  return (
    <Modal open width={680} title={t('draw_judges')} footer={null} onCancel={onClose}>
      {error ? <ErrorNote error={error} /> : null}
      <p>{t('draw_what')}</p>
      {draws ? open ? <Reveal place={place} draw={open} /> : <Commit place={place} wanted={wanted} /> : <p className="quiet" role="status">{t('loading')}</p>}
      {(draws ?? []).filter(({ revealedAt }) => revealedAt !== null).map((draw) => (
        <Drawn key={draw.id} draw={draw} />
      ))}
    </Modal>
  );
}

function Commit({ place, wanted }: { readonly place: PanelPlace; readonly wanted: number }) {
  const t = useTexts(drawTexts);
  const [source, setSource] = useState('');
  const [count, setCount] = useState(wanted);
  const [tried, setTried] = useState(false);
  const commit = useCommand<void, unknown>({ run: (_, key) => api.seatsCommitDraw({ path: { ...place }, body: { source: source.trim(), count }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  const short = [...source.trim()].length < 4;
  const send = () => {
    setTried(true);
    if (!short) commit.mutate();
  };
  return (
    <div className="draw-open">
      <div className="field">
        <label htmlFor="draw-count">{t('count')}</label>
        <InputNumber id="draw-count" min={1} max={50} precision={0} value={count} onChange={(value) => setCount(value ?? wanted)} />
      </div>
      <div className="field">
        <label htmlFor="draw-source">{t('source')}</label>
        <Input id="draw-source" value={source} maxLength={200} placeholder={t('source_hint')} status={tried && short ? 'error' : ''} onChange={(event) => setSource(event.target.value)} />
        {tried && short ? <span className="wrong">{t('source_due')}</span> : null}
      </div>
      {commit.error ? <ErrorNote error={commit.error} /> : null}
      <p>
        <button type="button" className="button primary" aria-disabled={commit.isPending} onClick={() => (commit.isPending ? undefined : send())}>{t('commit')}</button>
      </p>
    </div>
  );
}

function Reveal({ place, draw }: { readonly place: PanelPlace; readonly draw: PanelDrawView }) {
  const t = useTexts(drawTexts);
  const [value, setValue] = useState('');
  const reveal = useCommand<void, unknown>({
    run: (_, key) => api.seatsRevealDraw({ path: { callId: place.callId, drawId: draw.id }, body: { publicValue: value.trim() }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']],
  });
  const send = () => (value.trim() === '' || reveal.isPending ? undefined : reveal.mutate());
  return (
    <div className="draw-open">
      <p className="tone-waiting draw-word">
        <Icon name="lock" /> {t('committed', { pool: draw.pool.length, count: draw.count })} <Instant at={draw.committedAt} zone={false} />
      </p>
      <p>{t('publish_this')}</p>
      <p className="draw-hash figures">{draw.commitment}</p>
      <div className="field">
        <label htmlFor="draw-value">{t('public_value', { source: draw.source })}</label>
        <Input id="draw-value" value={value} maxLength={200} onChange={(event) => setValue(event.target.value)} onPressEnter={send} />
      </div>
      {reveal.error ? <ErrorNote error={reveal.error} /> : null}
      <p>
        <button type="button" className="button primary" aria-disabled={value.trim() === '' || reveal.isPending} onClick={send}>{t('reveal')}</button>
      </p>
    </div>
  );
}

function Drawn({ draw }: { readonly draw: PanelDrawView }) {
  const t = useTexts(drawTexts);
  const join = useJoin();
  return (
    <div className="judge-note tone-done" role="status">
      <Icon name="check" />
      <div>
        <p className="what">{t('drawn', { count: draw.drawn.length, names: join(draw.drawn.map(({ name }) => name)) })}</p>
        {draw.alternates.length > 0 ? <p className="quiet">{t('alternates', { names: join(draw.alternates.slice(0, 5).map(({ name }) => name)) })}</p> : null}
        <p className="quiet">{t('by_value', { source: draw.source, value: draw.publicValue ?? '' })}</p>
        <a download="judges-draw.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(listOf(draw))}`}>
          {t('draw_list')}
        </a>
      </div>
    </div>
  );
}

/** Everything that was hashed: whoever wants can draw again. */
function listOf({ commitment, secret, publicValue, seed, pool, drawn, alternates }: PanelDrawView): string {
  const order = [...drawn, ...alternates].map(({ accountId }) => accountId);
  const rows = [
    ['承诺值 commitment = SHA-256(panel-draw-v1|秘密 secret)', commitment], ['秘密 secret', secret], ['公开数字 public number', publicValue], ['种子 seed = SHA-256(panel-draw-v1|secret|number)', seed],
    ['评委 judge', '代码 code', '求 SHA-256 的文字 text to hash', '次序 order'], ...pool.map(({ accountId, name }) => [name, accountId, `${seed}|${accountId}`, order.indexOf(accountId) + 1]),
  ];
  return toCsv(rows);
}
