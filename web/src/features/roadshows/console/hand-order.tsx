import { useState } from 'react';
import type { ConsoleView } from '../../../api/index.js';
import { ActionButton, Icon, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import type { Host } from './use-turns.js';

/** Where staff set the order: move with the arrows, then save. */
export function HandOrder({ view, host }: { readonly view: ConsoleView; readonly host: Host }) {
  const t = useTexts(texts);
  const [order, setOrder] = useState(() => view.turns.map(({ applicationId }) => applicationId));
  const nameOf = (id: string) => view.turns.find(({ applicationId }) => applicationId === id)?.projectName ?? '';
  const move = (at: number, by: 1 | -1) =>
    setOrder((before) => {
      const next = [...before];
      [next[at], next[at + by]] = [next[at + by]!, next[at]!];
      return next;
    });
  return (
    <div className="hand-order">
      <p className="quiet">{t('order_how_manual')}</p>
      <ol>
        {order.map((id, at) => (
          <li key={id}>
            <span>{nameOf(id)}</span>
            <button type="button" className="button plain" aria-label={t('move_up', { project: nameOf(id) })} disabled={at === 0} onClick={() => move(at, -1)}>
              <Icon name="up" />
            </button>
            <button type="button" className="button plain" aria-label={t('move_down', { project: nameOf(id) })} disabled={at === order.length - 1} onClick={() => move(at, 1)}>
              <Icon name="down" />
            </button>
          </li>
        ))}
      </ol>
      <ActionButton onAct={() => host.order.mutate({ order })} busy={host.order.isPending}>
        {t('save_order')}
      </ActionButton>
    </div>
  );
}
