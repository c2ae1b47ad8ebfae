import { useEffect, useMemo, useState } from 'react';
import { api, type RulebookProblemView } from '../../../../api/index.js';
import type { DraftStore } from '../draft-store.js';
import { saidOnce } from './said-once.js';

const PAUSE_MS = 600;

export interface Examination {
  readonly problems: readonly RulebookProblemView[];
  readonly byPlace: ReadonlyMap<string, readonly RulebookProblemView[]>;
  readonly busy: boolean;
}

/** The server's judgement of what is written, asked again after each pause. */
export function useExamination(store: DraftStore, first: readonly RulebookProblemView[]): Examination {
  const [found, setFound] = useState(first);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let asked = new AbortController();
    const ask = async () => {
      const { signal } = asked;
      try {
        const report = await api.rulebooksExamine({ body: { rulebook: store.book as never }, signal });
        if (!signal.aborted) setFound(report.problems);
      } catch {
        // What was found before stays; the next change asks again.
      }
      if (!signal.aborted) setBusy(false);
    };
    const stop = store.subscribe(() => {
      asked.abort();
      asked = new AbortController();
      clearTimeout(timer);
      setBusy(true);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    });
    return () => {
      stop();
      asked.abort();
      clearTimeout(timer);
    };
  }, [store]);
  const problems = useMemo(() => saidOnce(found), [found]);
  const byPlace = useMemo(() => grouped(problems), [problems]);
  return { problems, byPlace, busy };
}

function grouped(problems: readonly RulebookProblemView[]): ReadonlyMap<string, readonly RulebookProblemView[]> {
  const places = new Map<string, RulebookProblemView[]>();
  for (const problem of problems) places.set(problem.path, [...(places.get(problem.path) ?? []), problem]);
  return places;
}
