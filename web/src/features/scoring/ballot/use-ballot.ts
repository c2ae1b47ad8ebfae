import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, Problem, serverNow, type BallotView } from '../../../api/index.js';
import type { AutosaveState } from '../../../ui/index.js';
import { ballotQuery } from '../queries.js';
import { BallotSender } from './ballot-sender.js';
import { keepOrder, readOrder } from './kept-order.js';

const PAUSE = 1200;

export interface Balloting {
  readonly order: readonly string[];
  readonly mark: AutosaveState;
  /** Somebody, perhaps she herself on another device, changed it meanwhile. */
  readonly clash: boolean;
  readonly put: (order: readonly string[]) => void;
  readonly retry: () => void;
  readonly takeTheirs: () => void;
  readonly submit: () => Promise<void>;
  /** It was handed in, and no answer has come yet. */
  readonly waiting: boolean;
  readonly takeBack: () => void;
}

export const ranked = (view: BallotView): string[] => view.rows.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!).map(({ applicationId }) => applicationId);

/** What this device has kept of a ballot that is still being made, as far as it is still on it. */
function startOf(view: BallotView): readonly string[] {
  const kept = readOrder(view.seatId);
  if (!kept || view.status === 'submitted' || kept.version !== view.version) return ranked(view);
  return kept.order.filter((id) => view.rows.some((row) => row.applicationId === id && row.conflict === 'none' && !row.abstained));
}

/** Keeps an order on the device at once and on the server after a pause; hands it in whole. */
export function useBallot(view: BallotView): Balloting {
  const queries = useQueryClient();
  const [order, setOrder] = useState(() => startOf(view));
  const [mark, setMark] = useState<AutosaveState>(view.savedAt ? { kind: 'saved', at: new Date(view.savedAt) } : { kind: 'untouched' });
  const [clash, setClash] = useState(false);
  const [waiting, setWaiting] = useState(() => view.status !== 'submitted' && readOrder(view.seatId)?.key !== undefined);
  const at = useRef({ version: view.version, order, sent: ranked(view), busy: false, saving: Promise.resolve() });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  at.current.order = order;
  // A newer version that says the same is ours; one that says something else is told as a clash by the next save.
  if (!at.current.busy && ranked(view).join() === at.current.sent.join()) at.current.version = view.version;

  const take = (fresh: BallotView): BallotView => {
    Object.assign(at.current, { version: fresh.version, sent: ranked(fresh) });
    queries.setQueryData(ballotQuery(view.seatId).queryKey, fresh);
    return fresh;
  };
  const failed = (error: unknown) => {
    setClash(error instanceof Problem && error.code === 'sheet_changed');
    setMark({ kind: 'unsaved', ...(error instanceof Problem ? { why: error.detail } : {}) });
  };
  const [sender] = useState(() => new BallotSender(view.seatId, (body, key) => api.ballotSubmit({ path: { seatId: view.seatId }, body, headers: { 'Idempotency-Key': key } }), {
    onWaiting: setWaiting,
    onSent: async (fresh) => {
      take(fresh);
      await queries.invalidateQueries({ queryKey: ['judging'] });
    },
    onRefused: failed,
  }));
  const save = async (): Promise<void> => {
    if (sender.waits) return sender.resume();
    if (at.current.busy || at.current.order.join() === at.current.sent.join()) return;
    at.current.busy = true;
    setMark({ kind: 'saving' });
    try {
      const sending = at.current.order;
      const { savedAt } = take(await api.ballotSave({ path: { seatId: view.seatId }, body: { order: [...sending], version: at.current.version } }));
      if (at.current.order === sending) keepOrder(view.seatId, null);
      setMark({ kind: 'saved', at: new Date(savedAt ?? serverNow()) });
    } catch (error) {
      failed(error);
    } finally {
      at.current.busy = false;
    }
    if (at.current.order.join() !== at.current.sent.join()) later();
  };
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => (at.current.saving = save()), PAUSE);
  };
  useEffect(() => {
    const back = () => void (at.current.saving = save());
    window.addEventListener('online', back);
    if (sender.waits || at.current.order.join() !== at.current.sent.join()) later();
    return () => {
      clearTimeout(timer.current);
      sender.rest();
      window.removeEventListener('online', back);
    };
    // What is kept on the device goes out once when the page opens, and when the network returns.
  }, []);
  return {
    order, mark, clash,
    put: (next) => {
      setOrder(next);
      at.current.order = next;
      keepOrder(view.seatId, { order: next, version: at.current.version });
      later();
    },
    retry: () => void (at.current.saving = save()),
    takeTheirs: () => {
      keepOrder(view.seatId, null);
      void queries.invalidateQueries({ queryKey: ['judging'] }).then(() => window.location.reload());
    },
    waiting,
    takeBack: () => sender.takeBack(),
    submit: async () => {
      clearTimeout(timer.current);
      // A save that is on its way makes a version of its own: the ballot goes out on the one after it.
      await at.current.saving;
      clearTimeout(timer.current);
      await sender.submit(at.current.order, at.current.version);
    },
  };
}
