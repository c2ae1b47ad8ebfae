import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, Problem, type MilestoneDetail, serverNow } from '../../../api/index.js';
import type { AutosaveState } from '../../../ui/index.js';
import { milestoneQuery } from '../queries.js';
import { draftOf, isReadable, reportOf, type Draft } from './draft.js';

/** So long after the last key something is saved. */
const PAUSE_MS = 2_000;

export interface ReportInHand {
  readonly draft: Draft;
  readonly change: (make: (draft: Draft) => Draft, how?: { readonly now?: boolean }) => void;
  readonly saved: AutosaveState;
  /** Somebody else has saved in the meantime; nothing is sent any more until the newest is loaded. */
  readonly conflict: boolean;
  /** Sends what is not saved yet. Answers the version to hand in, or null when that cannot be. */
  readonly settle: () => Promise<number | null>;
  readonly save: () => void;
}

/** A report in the hands of its writer: saved by itself in any state, one call at a time, never over somebody else's change. */
export function useReport(report: MilestoneDetail): ReportInHand {
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(report));
  const [saved, setSaved] = useState<AutosaveState>({ kind: 'untouched' });
  const [conflict, setConflict] = useState(false);
  const hand = useRef({ draft, version: report.version, dirty: false, timer: 0, running: null as Promise<void> | null, conflict: false });

  const send = useCallback(async () => {
    const now = hand.current;
    if (!now.dirty || now.conflict) return;
    if (!isReadable(now.draft)) return setSaved({ kind: 'unsaved' });
    now.dirty = false;
    setSaved({ kind: 'saving' });
    try {
      const answer = await api.milestonesSave({ path: { id: report.id }, body: { report: reportOf(now.draft), version: now.version } });
      now.version = answer.version;
      queries.setQueryData(milestoneQuery(report.id).queryKey, answer);
      if (!now.dirty) setSaved({ kind: 'saved', at: new Date(serverNow()) });
    } catch (error) {
      now.dirty = true;
      now.conflict = error instanceof Problem && error.status === 412;
      setConflict(now.conflict);
      setSaved({ kind: 'unsaved', ...(error instanceof Problem ? { why: error.detail } : {}) });
    }
  }, [queries, report.id]);

  /** One after the other: the version that the first answers is the one that the second sends. */
  const save = useCallback(async () => {
    window.clearTimeout(hand.current.timer);
    if (hand.current.running) await hand.current.running;
    const run = send();
    hand.current.running = run;
    await run;
    if (hand.current.running === run) hand.current.running = null;
  }, [send]);

  const change = useCallback(
    (make: (draft: Draft) => Draft, { now = false }: { now?: boolean } = {}) => {
      const next = make(hand.current.draft);
      Object.assign(hand.current, { draft: next, dirty: true });
      setDraft(next);
      window.clearTimeout(hand.current.timer);
      hand.current.timer = window.setTimeout(() => void save(), now ? 0 : PAUSE_MS);
    },
    [save],
  );
  const settle = useCallback(async () => {
    await save();
    return hand.current.dirty || hand.current.conflict ? null : hand.current.version;
  }, [save]);
  useLeaving(hand, save);
  return { draft, change, saved, conflict, settle, save: () => void save() };
}

/** Leaving the page for another saves at once; closing the window with something unsaved is asked about. */
function useLeaving(hand: { readonly current: { readonly dirty: boolean; readonly timer: number } }, save: () => Promise<void>): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (hand.current.dirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      if (hand.current.dirty) void save();
    };
  }, [hand, save]);
}
