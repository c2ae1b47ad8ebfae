import { useEffect, useState } from 'react';
import { useSession, type EvaluationBody } from '../../../api/index.js';

export interface Quantity {
  readonly planned: string;
  readonly actual: string;
}

/** What an evaluator has entered so far, as typed. */
export interface EvaluationDraft {
  readonly points: Readonly<Record<string, string>>;
  /** A counted indicator has an entry here while it is counted by quantity. */
  readonly quantities: Readonly<Record<string, Quantity>>;
  readonly bonus: string;
  readonly vetoes: readonly string[];
  readonly opinion: string;
  /** What is to be mended, and by when; asked for when a mid-term evaluation fails. */
  readonly demand: string;
  readonly dueOn: string;
}

const EMPTY: EvaluationDraft = { points: {}, quantities: {}, bonus: '', vetoes: [], opinion: '', demand: '', dueOn: '' };

type Scores = { points: Record<string, string>; quantities: Record<string, { planned: number; actual: number }>; bonus: string; vetoes: string[] };

const plain = (typed: string): string => typed.normalize('NFKC').trim();

/** As the server takes it: what is empty stays out. */
export function scoresOf({ points, quantities, bonus, vetoes }: EvaluationDraft): Scores {
  const counted = Object.entries(quantities).filter(([, { planned, actual }]) => plain(planned) !== '' && plain(actual) !== '');
  return {
    points: Object.fromEntries(Object.entries(points).filter(([path, typed]) => plain(typed) !== '' && !(path in quantities)).map(([path, typed]) => [path, plain(typed)])),
    quantities: Object.fromEntries(counted.map(([path, { planned, actual }]) => [path, { planned: Number(plain(planned)), actual: Number(plain(actual)) }])),
    bonus: plain(bonus) || '0', vetoes: [...vetoes],
  };
}

export const bodyOf = (key: string, draft: EvaluationDraft, fails: boolean): EvaluationBody => ({
  key, scores: { ...scoresOf(draft) }, opinion: draft.opinion.trim(), ...(fails ? { rectification: { demand: draft.demand.trim(), dueOn: draft.dueOn } } : {}),
});

/** Kept on this device until it is recorded, so that a closed window loses nothing; for its writer alone, since offices share devices. */
export function useEvaluationDraft(projectId: string, key: string): [EvaluationDraft, (change: Partial<EvaluationDraft>) => void, () => void] {
  const place = `evaluation ${useSession()?.account.id ?? ''} ${projectId} ${key}`;
  const [draft, setDraft] = useState<EvaluationDraft>(() => read(place));
  useEffect(() => {
    if (draft !== EMPTY) keep(place, JSON.stringify(draft));
  }, [place, draft]);
  return [draft, (change) => setDraft((before) => ({ ...before, ...change })), () => (setDraft(EMPTY), keep(place, null))];
}

function keep(place: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(place);
    else localStorage.setItem(place, text);
  } catch {
    // A private window may refuse; the entries then last as long as the page.
  }
}

function read(place: string): EvaluationDraft {
  try {
    const kept = localStorage.getItem(place);
    return kept ? { ...EMPTY, ...(JSON.parse(kept) as Partial<EvaluationDraft>) } : EMPTY;
  } catch {
    return EMPTY;
  }
}
