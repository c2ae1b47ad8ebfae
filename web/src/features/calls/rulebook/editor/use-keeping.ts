import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { api, Problem, serverNow, type OfficerCallView } from '../../../../api/index.js';
import type { AutosaveState } from '../../../../ui/index.js';
import { callQuery, CALLS } from '../../officer-queries.js';
import type { DraftStore } from '../draft-store.js';
import { forgetLocally, keepLocally } from './local-copy.js';
import { RulesSender, type PutRules } from './rules-sender.js';

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
  const sender = useSender(store, call);
  const save = useCallback(
    async (reason?: string) => {
      setState({ kind: 'saving' });
      try {
        await sender.send(reason);
        setState({ kind: 'saved', at: new Date(serverNow()) });
        setDirty(sender.dirty);
      } catch (error) {
        setState({ kind: 'unsaved', ...(error instanceof Problem ? { why: error.detail } : {}) });
        if (error instanceof Problem && error.status === 412) setConflict(await api.callsOne({ path: { id: call.id } }));
        else throw error;
      }
    },
    [sender, call.id],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = store.subscribe(() => {
      setDirty(sender.dirty);
      keepLocally(call.id, { version: sender.kept.version, at: new Date(serverNow()).toISOString(), book: store.book });
      clearTimeout(timer);
      if (!automatic || conflict) return;
      setState({ kind: 'saving' });
      timer = setTimeout(() => void save().catch(() => undefined), PAUSE_MS);
    });
    const resend = () => {
      if (sender.goesAgain({ automatic, conflict: conflict !== null })) void save().catch(() => undefined);
    };
    addEventListener('online', resend);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('online', resend);
    };
  }, [store, sender, call.id, automatic, conflict, save]);
  useLeaveWarning(dirty);
  const settle = (theirs: OfficerCallView) => {
    sender.settle({ version: theirs.version, book: theirs.rulebook as DraftStore['book'] });
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
    store.replace(sender.kept.book);
    forgetLocally(call.id);
    setDirty(false);
  };
  return { state, conflict, dirty, save, takeTheirs, saveMine, drop };
}

function useSender(store: DraftStore, { id, version }: OfficerCallView): RulesSender {
  const queries = useQueryClient();
  const [sender] = useState(() => {
    const put: PutRules = async (book, number, reason) => {
      const saved = await api.callsSave({ path: { id }, body: { rulebook: book as never, version: number, ...(reason ? { reason } : {}) } });
      if (store.book === book) forgetLocally(id);
      queries.setQueryData(callQuery(id).queryKey, saved);
      void queries.invalidateQueries({ queryKey: [...CALLS, 'one', id, 'versions'] });
      return saved;
    };
    return new RulesSender(store, { version, book: store.book }, put);
  });
  return sender;
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
