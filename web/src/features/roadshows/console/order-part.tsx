import { Modal } from 'antd';
import { useState } from 'react';
import type { ConsoleView } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextField, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { DrawCheck } from './draw-check.js';
import { HandOrder } from './hand-order.js';
import type { Host } from './use-turns.js';

interface OrderPartProps {
  readonly view: ConsoleView;
  readonly host: Host;
}

/** Before the start: the order, drawn or set as the rulebook says, and the start itself. */
export function OrderPart({ view, host }: OrderPartProps) {
  const t = useTexts(texts);
  const ordered = view.turns.every(({ position }) => position !== null);
  const { draw } = view.protocol;
  return (
    <section className="console-order" aria-labelledby="order-title">
      <h2 id="order-title">{t('order_set')}</h2>
      {draw === 'lot' || draw === 'on_the_spot' ? <DrawForm view={view} host={host} ordered={ordered} /> : null}
      {draw === 'application_number' ? <NumberOrder view={view} host={host} ordered={ordered} /> : null}
      {draw === 'manual' ? <HandOrder view={view} host={host} /> : null}
      {host.order.isError ? <ErrorNote error={host.order.error} /> : null}
      {view.seed ? <DrawCheck view={view} /> : null}
      {view.mine ? <Start view={view} host={host} /> : null}
    </section>
  );
}

function DrawForm({ view, host, ordered }: OrderPartProps & { readonly ordered: boolean }) {
  const t = useTexts(texts);
  const [seed, setSeed] = useState('');
  const [tried, setTried] = useState(false);
  if (!view.mine) return null;
  const draw = () => {
    setTried(true);
    if (seed.trim().length >= 2) host.order.mutate({ seed: seed.trim() });
  };
  return (
    <form
      className="draw-form"
      onSubmit={(event) => {
        event.preventDefault();
        draw();
      }}
    >
      <p className="quiet">{t('order_how_lot')}</p>
      <TextField label={t('seed')} value={seed} maxLength={200} placeholder={t('seed_hint')} wrong={tried && seed.trim().length < 2 ? t('seed_due') : undefined} onChange={(event) => setSeed(event.target.value)} />
      <ActionButton onAct={draw} busy={host.order.isPending} kind={ordered ? 'secondary' : 'primary'}>
        {ordered ? t('draw_again') : t('draw')}
      </ActionButton>
    </form>
  );
}

function NumberOrder({ view, host, ordered }: OrderPartProps & { readonly ordered: boolean }) {
  const t = useTexts(texts);
  return (
    <div className="draw-form">
      <p className="quiet">{t('order_how_number')}</p>
      {view.mine && !ordered ? (
        <ActionButton onAct={() => host.order.mutate({})} busy={host.order.isPending}>
          {t('sort_number')}
        </ActionButton>
      ) : null}
    </div>
  );
}

function Start({ view, host }: OrderPartProps) {
  const say = useSay();
  const t = useTexts(texts);
  const [modal, holder] = Modal.useModal();
  const ask = () =>
    void modal.confirm({ title: t('start_session'), content: t('start_confirm'), okText: t('start_session'), cancelText: t('cancel'), onOk: () => host.start.mutateAsync().catch(() => {}) });
  return (
    <div className="console-start">
      {holder}
      <ActionButton onAct={ask} busy={host.start.isPending} refusal={view.start.reason ? say(view.start.reason) : null} icon="stage">
        {t('start_session')}
      </ActionButton>
      {host.start.isError ? <ErrorNote error={host.start.error} /> : null}
    </div>
  );
}
