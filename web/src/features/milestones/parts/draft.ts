import type { KeepReportBody, MilestoneDetail } from '../../../api/index.js';
import { parseFen, type DroppedFile } from '../../../ui/index.js';

/** What stands on the page: numbers and amounts as typed, files by kind. */
export interface Draft {
  readonly narrative: string;
  readonly reached: Readonly<Record<string, string>>;
  readonly spending: Readonly<Record<string, string>>;
  readonly evidence: Readonly<Record<string, readonly DroppedFile[]>>;
}

type Report = KeepReportBody['report'];

export function draftOf({ narrative, reach, spending, evidence }: MilestoneDetail): Draft {
  return {
    narrative,
    reached: Object.fromEntries(reach.map(({ key, reached }) => [key, reached === null ? '' : String(reached)])),
    spending: Object.fromEntries(spending.map(({ category, amountFen }) => [category, amountFen === null ? '' : (amountFen / 100).toFixed(2)])),
    evidence: Object.fromEntries(evidence.map(({ kind, files }) => [kind, files.map(({ id, name, bytes }) => ({ id, name, size: bytes, state: 'stored' as const, href: `/api/documents/${id}/content` }))])),
  };
}

/** Digits alone, full width or not; null where something else was typed. */
export const readCount = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d{1,8}$/.test(plain) ? Number(plain) : null;
};

/** Whether every figure can be read. */
export const isReadable = ({ reached, spending }: Draft): boolean =>
  Object.values(reached).every((typed) => typed.trim() === '' || readCount(typed) !== null) && Object.values(spending).every((typed) => typed.trim() === '' || parseFen(typed) !== null);

/** What is sent: only what was filled in, and only files that have arrived. */
export function reportOf({ narrative, reached, spending, evidence }: Draft): Report {
  return {
    narrative,
    reached: Object.fromEntries(Object.entries(reached).flatMap(([key, typed]) => (typed.trim() === '' ? [] : [[key, readCount(typed) ?? 0]]))),
    spending: Object.entries(spending).flatMap(([category, typed]) => (typed.trim() === '' ? [] : [{ category, amountFen: parseFen(typed) ?? 0 }])),
    evidence: Object.fromEntries(Object.entries(evidence).flatMap(([kind, files]) => {
      const stored = files.filter(({ state }) => state === 'stored').map(({ id }) => id);
      return stored.length === 0 ? [] : [[kind, stored]];
    })),
  };
}
