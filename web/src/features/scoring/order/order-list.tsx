import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTexts } from '../../../ui/index.js';
import './order-list.css';
import { orderTexts } from './order-texts.js';

export interface OrderedItem {
  readonly id: string;
  readonly name: string;
  /** A quiet second line. */
  readonly note?: string;
  /** Further acts on the line. */
  readonly acts?: ReactNode;
}

interface OrderListProps {
  readonly label: string;
  /** First to last. */
  readonly items: readonly OrderedItem[];
  readonly onOrder: (ids: string[]) => void;
}

/** A list put in order with a finger, a mouse, a keyboard or numbers. */
export function OrderList({ label, items, onOrder }: OrderListProps) {
  const t = useTexts(orderTexts);
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const ids = items.map(({ id }) => id);
  const move = (id: string, to: number) => {
    const from = ids.indexOf(id);
    const place = Math.min(Math.max(to, 0), ids.length - 1);
    if (from < 0 || place === from) return;
    const rest = ids.filter((one) => one !== id);
    onOrder([...rest.slice(0, place), id, ...rest.slice(place)]);
    setTold(t('moved', { name: items[from]!.name, place: place + 1 }));
  };
  const drag = useDrag(list, move);
  return (
    <div className="order-list">
      <p className="quiet order-how">{t('how')}</p>
      <ol ref={list} aria-label={label}>
        {items.map((item, at) => (
          <Row key={item.id} item={item} at={at} last={at === items.length - 1} dragged={drag.id === item.id} onMove={(to) => move(item.id, to)} onGrab={(event) => drag.grab(item.id, event)} />
        ))}
      </ol>
      <p className="visually-hidden" role="status">{told}</p>
    </div>
  );
}

interface RowProps {
  readonly item: OrderedItem;
  readonly at: number;
  readonly last: boolean;
  readonly dragged: boolean;
  readonly onMove: (to: number) => void;
  readonly onGrab: (event: PointerEvent<HTMLButtonElement>) => void;
}

function Row({ item: { id, name, note, acts }, at, last, dragged, onMove, onGrab }: RowProps) {
  const t = useTexts(orderTexts);
  const arrows = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    onMove(at + step);
  };
  return (
    <li data-order={id} className={dragged ? 'dragged' : ''}>
      <button type="button" className="order-handle" aria-label={t('handle', { name, place: at + 1 })} onKeyDown={arrows} onPointerDown={onGrab}>
        <span aria-hidden="true">⠿</span>
      </button>
      <PlaceField name={name} at={at} onMove={onMove} />
      <span className="order-name">
        {name}
        {note ? <span className="quiet">{note}</span> : null}
      </span>
      <span className="order-acts">
        <button type="button" className="order-step" aria-label={t('up', { name })} disabled={at === 0} onClick={() => onMove(at - 1)}>
          <span aria-hidden="true">↑</span>
        </button>
        <button type="button" className="order-step" aria-label={t('down', { name })} disabled={last} onClick={() => onMove(at + 1)}>
          <span aria-hidden="true">↓</span>
        </button>
        {acts}
      </span>
    </li>
  );
}

/** The place as a number: it moves once the field is left or Enter is pressed. */
function PlaceField({ name, at, onMove }: { readonly name: string; readonly at: number; readonly onMove: (to: number) => void }) {
  const t = useTexts(orderTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const place = Number(typed);
    if (typed !== null && Number.isInteger(place) && place > 0) onMove(place - 1);
    setTyped(null);
  };
  return (
    <input
      className="order-place figures" inputMode="numeric" aria-label={t('place', { name })} value={typed ?? String(at + 1)} onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 3))} onBlur={take} onKeyDown={(event) => (event.key === 'Enter' ? take() : undefined)}
    />
  );
}

/** Follows the pointer, a finger as well as a mouse, and moves the line to wherever it is held over. */
function useDrag(list: React.RefObject<HTMLOListElement | null>, move: (id: string, to: number) => void) {
  const [id, setId] = useState<string | null>(null);
  const latest = useRef(move);
  latest.current = move;
  const grab = (held: string, event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus();
    setId(held);
    const over = ({ clientY }: globalThis.PointerEvent) => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('li[data-order]') ?? [])];
      const to = rows.filter((row) => row.dataset.order !== held && middleOf(row) < clientY).length;
      latest.current(held, to);
    };
    const drop = () => {
      setId(null);
      window.removeEventListener('pointermove', over);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', drop);
    };
    window.addEventListener('pointermove', over);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', drop);
  };
  return { id, grab };
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
