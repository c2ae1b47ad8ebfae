import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { JudgingView, RulebookCriterion } from '../../../api/index.js';
import { KeyHelp, useKeys, useTexts, type KeyLine } from '../../../ui/index.js';
import { queueQuery } from '../queries.js';
import { texts } from '../texts.js';
import { entryOf, type Entries } from './sheet-model.js';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const fieldOf = (criterion: Element | null | undefined): HTMLInputElement | null => criterion?.querySelector<HTMLInputElement>('.stepper input') ?? null;

/** A digit goes into the points of the criterion in focus, or of the first that has none. */
export function useDigitKeys(criteria: readonly RulebookCriterion[], entries: Entries, locked: boolean): void {
  const type = () => {
    const first = criteria.find(({ key }) => entryOf(entries, key).points === null);
    const field = fieldOf(document.activeElement?.closest('.criterion')) ?? fieldOf(first && document.getElementById(`criterion-${first.key}`));
    field?.focus();
    field?.select();
    return field ? ('typed' as const) : undefined;
  };
  useKeys(locked ? {} : Object.fromEntries(DIGITS.map((digit) => [digit, type])));
}

/** Esc leaves the field that is typed in: the criterion keeps the focus, and letters are keys again. */
export function leaveField(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || !(event.target instanceof HTMLElement) || !event.target.matches('input, textarea')) return;
  const criterion = event.target.closest<HTMLElement>('.criterion');
  if (criterion) criterion.focus();
  else event.target.blur();
}

/** The seat's applications around this one, and the next that is not handed in. */
export function useBeside({ seatId, applicationId, live }: Pick<JudgingView, 'seatId' | 'applicationId' | 'live'>) {
  const tasks = useQuery(queueQuery).data?.find((queue) => queue.seatId === seatId)?.tasks ?? [];
  const at = tasks.findIndex((task) => task.applicationId === applicationId);
  if (live || at < 0) return { at, of: tasks.length, previous: undefined, next: undefined, open: undefined };
  const open = [...tasks.slice(at + 1), ...tasks.slice(0, at)].find((task) => task.open && task.status !== 'submitted' && task.status !== 'abstained' && task.conflict !== 'has' && task.conflict !== 'unsure');
  return { at, of: tasks.length, previous: tasks[at - 1], next: tasks[at + 1], open };
}

/** J and K go along the queue, S keeps and goes to the next that is open. What was typed is kept at every stroke. */
export function useSheetKeys(view: JudgingView): void {
  const beside = useBeside(view);
  const navigate = useNavigate();
  const go = (task: { seatId: string; applicationId: string } | undefined) => (task ? void navigate({ to: `/judge/sheets/${task.seatId}/${task.applicationId}` as string }) : undefined);
  const saveNext = () => (beside.open ? go(beside.open) : void navigate({ to: '/judge' }));
  useKeys(view.live ? {} : { j: () => go(beside.next), k: () => go(beside.previous), s: saveNext });
}

/** The shortcuts of a sheet; `queue` where the sheet is one of many. */
export function SheetKeyHelp({ queue = false }: { readonly queue?: boolean }) {
  const t = useTexts(texts);
  const along: KeyLine[] = queue ? [[['j', 'k'], t('key_applications')], [['s'], t('key_save_next')]] : [];
  return <KeyHelp lines={[...along, [['0 – 9'], t('key_points')], [['↑', '↓'], t('key_step')], [['Tab'], t('key_on')], [['Esc'], t('key_leave')], [['Ctrl', 'Enter'], t('key_submit')]]} />;
}
