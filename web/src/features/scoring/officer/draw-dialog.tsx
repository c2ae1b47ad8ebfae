import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api, useCommand, type PoolMemberView, type SeatView } from '../../../api/index.js';
import { ErrorNote, Icon, useJoin, useTexts } from '../../../ui/index.js';
import { poolQuery } from '../queries.js';
import { officerTexts } from './officer-texts.js';
import type { PanelPlace } from './pool-dialog.js';

interface DrawDialogProps {
  readonly place: PanelPlace;
  readonly wanted: number;
  readonly onClose: () => void;
}

/** Draws judges by a seed that was named in public; the outcome can be checked by anybody. */
export function DrawDialog({ place, wanted, onClose }: DrawDialogProps) {
  const t = useTexts(officerTexts);
  const pool = useQuery(poolQuery(place.callId)).data ?? [];
  const [seed, setSeed] = useState('');
  const [count, setCount] = useState(wanted);
  const [tried, setTried] = useState(false);
  const draw = useCommand<void, SeatView[]>({ run: (_, key) => api.seatsDraw({ path: { ...place }, body: { seed: seed.trim(), count }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  const short = [...seed.trim()].length < 4;
  const send = () => {
    setTried(true);
    if (!short) draw.mutate();
  };
  return (
    <Modal open title={t('draw_judges')} okText={draw.data ? t('done') : t('draw_judges')} cancelText={t('cancel')} confirmLoading={draw.isPending} onOk={draw.data ? onClose : send} onCancel={onClose}>
      <p>{t('draw_what')}</p>
      <div className="field">
        <label htmlFor="draw-seed">{t('seed')}</label>
        <Input id="draw-seed" value={seed} maxLength={200} placeholder={t('seed_hint')} disabled={draw.isSuccess} status={tried && short ? 'error' : ''} onChange={(event) => setSeed(event.target.value)} />
        {tried && short ? <span className="wrong">{t('seed_due')}</span> : null}
      </div>
      <div className="field">
        <label htmlFor="draw-count">{t('count')}</label>
        <InputNumber id="draw-count" min={1} max={Math.max(1, pool.length)} value={count} disabled={draw.isSuccess} onChange={(value) => setCount(value ?? wanted)} />
      </div>
      {draw.isError ? <ErrorNote error={draw.error} /> : null}
      {draw.data ? <Drawn seats={draw.data} pool={pool} seed={seed.trim()} /> : null}
    </Modal>
  );
}

function Drawn({ seats, pool, seed }: { readonly seats: readonly SeatView[]; readonly pool: readonly PoolMemberView[]; readonly seed: string }) {
  const t = useTexts(officerTexts);
  const join = useJoin();
  const nameOf = (id: string) => pool.find((person) => person.id === id)?.name ?? id;
  return (
    <div className="judge-note tone-done" role="status">
      <Icon name="check" />
      <div>
        <p className="what">{t('drawn', { count: seats.length, names: join(seats.map(({ accountId }) => nameOf(accountId))) })}</p>
        <a download="judges-draw.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(listOf(pool, seats, seed))}`}>
          {t('draw_list')}
        </a>
      </div>
    </div>
  );
}

/** Everybody who was in the pool, with what was hashed: whoever wants can draw again. */
function listOf(pool: readonly PoolMemberView[], seats: readonly SeatView[], seed: string): string {
  const rows = pool.map(({ id, name }) => [name, id, `${seed}|${id}`, seats.findIndex(({ accountId }) => accountId === id) + 1 || '']);
  const written = [['评委 judge', '代码 code', '求 SHA-256 的文字 text to hash', '抽中次序 drawn'], ...rows].map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','));
  return `\uFEFF${written.join('\r\n')}\r\n`;
}
