import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, Problem, serverNow, type OfficerCallView } from '../../../../api/index.js';
import type { AutosaveState } from '../../../../ui/index.js';
import { callQuery, CALLS } from '../../officer-queries.js';
import type { DraftStore } from '../draft-store.js';
import { forgetLocally, keepLocally } from './local-copy.js';

const PAUSE_MS = 2500;

export interface Keeping {
  readonly state: AutosaveState;
  /** Set when somebody else has saved meanwhile: their call, beside what is written here. */
  readonly conflict: OfficerCallView | null;
  readonly dirty: boolean;
  /** @param reason once the rules are published */
  readonly save: (reason?: string) => Promise<void>;
  readonly takeTheirs: () => void;
  readonly saveMine: () => void;
  readonly drop: () => void;
}

/**
 * Keeps what is written: in this browser at once, and while drafting on the server after each pause. Published rules go to
 * the server only with a reason, on purpose.
 */
export function useKeeping(store: DraftStore, call: OfficerCallView, automatic: boolean): Keeping {
  const [state, setState] = useState<AutosaveState>({ kind: 'untouched' });
  const [conflict, setConflict] = useState<OfficerCallView | null>(null);
  const [dirty, setDirty] = useState(false);
  const kept = useRef({ version: call.version, book: store.book });
  const send = useSending(store, call.id, kept);
  const save = useCallback(
    async (reason?: string) => {
      setState({ kind: 'saving' });
      try {
        await send(reason);
        setState({ kind: 'saved', at: new Date(serverNow()) });
        setDirty(store.book !== kept.current.book);
      } catch (error) {
        setState({ kind: 'unsaved', ...(error instanceof Problem ? { why: error.detail } : {}) });
        if (error instanceof Problem && error.status === 412) setConflict(await api.callsOne({ path: { id: call.id } }));
        else throw error;
      }
    },
    [send, store, call.id],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = store.subscribe(() => {
      setDirty(store.book !== kept.current.book);
      keepLocally(call.id, { version: kept.current.version, at: new Date(serverNow()).toISOString(), book: store.book });
      clearTimeout(timer);
      if (automatic && !conflict) timer = setTimeout(() => void save().catch(() => undefined), PAUSE_MS);
    });
    // What could not be sent while the line was down goes without another key being pressed.
    const resend = () => {
      if (automatic && !conflict && store.book !== kept.current.book) void save().catch(() => undefined);
    };
    addEventListener('online', resend);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('online', resend);
    };
  }, [store, call.id, automatic, conflict, save]);
  useLeaveWarning(dirty);
  const settle = (theirs: OfficerCallView) => {
    kept.current = { version: theirs.version, book: theirs.rulebook as DraftStore['book'] };
    setConflict(null);
  };
  const takeTheirs = () => {
    if (!conflict) return;
    settle(conflict);
    store.replace(conflict.rulebook as DraftStore['book']);
    forgetLocally(call.id);
  };
  const saveMine = () => {
    if (!conflict) return;
    settle(conflict);
    void save().catch(() => undefined);
  };
  const drop = () => {
    store.replace(kept.current.book);
    forgetLocally(call.id);
    setDirty(false);
  };
  return { state, conflict, dirty, save, takeTheirs, saveMine, drop };
}

type Kept = React.RefObject<{ version: number; book: DraftStore['book'] }>;

/** Sends one version at a time; the next goes with the number that the last has got. */
function useSending(store: DraftStore, id: string, kept: Kept): (reason?: string) => Promise<void> {
  const queries = useQueryClient();
  const waiting = useRef<Promise<void>>(Promise.resolve());
  return useCallback(
    (reason) => {
      const next = waiting.current.catch(() => undefined).then(async () => {
        const { book } = store;
        if (book === kept.current.book) return;
        const saved = await api.callsSave({ path: { id }, body: { rulebook: book as never, version: kept.current.version, ...(reason ? { reason } : {}) } });
        kept.current = { version: saved.version, book };
        if (store.book === book) forgetLocally(id);
        queries.setQueryData(callQuery(id).queryKey, saved);
        await queries.invalidateQueries({ queryKey: [...CALLS, 'one', id, 'versions'] });
      });
      waiting.current = next;
      return next;
    },
    [store, id, kept, queries],
  );
}

/** The browser asks before leaving, only while something is really unsaved. */
function useLeaveWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
}
