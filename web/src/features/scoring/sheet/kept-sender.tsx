import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Unreachable, type TaskView } from '../../../api/index.js';
import { Icon, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { readKept } from './kept-sheets.js';
import { SheetKeeper } from './sheet-keeper.js';
import { doorTo, sheetName } from './use-sheet.js';

/** Sends what this device still keeps, whichever page is open; says so until it has arrived. */
export function KeptSender({ tasks }: { readonly tasks: readonly TaskView[] }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const names = tasks.filter(({ status }) => status !== 'submitted').filter(({ seatId, applicationId }) => readKept(sheetName(seatId, applicationId)) !== null);
  const waiting = useMemo(() => names.map(({ seatId, applicationId }) => ({ seatId, applicationId })), [names.map(({ seatId, applicationId }) => sheetName(seatId, applicationId)).join(' ')]);
  useEffect(() => {
    const stops = waiting.map(({ seatId, applicationId }) => send(seatId, applicationId, () => void queries.invalidateQueries({ queryKey: ['judging', 'queue'] })));
    return () => stops.forEach((stop) => stop());
  }, [waiting, queries]);
  if (names.length === 0) return null;
  return (
    <p className="judge-note tone-waiting" role="status">
      <Icon name="offline" />
      <span>{t('kept_note', { count: names.length })}</span>
    </p>
  );
}

const RETRY_MS = 5000;

/** Reads the sheet as soon as an answer comes, then lets its keeper do the rest. */
function send(seatId: string, applicationId: string, onArrived: () => void): () => void {
  const door = doorTo(seatId, applicationId);
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const begin = async () => {
    try {
      const sheet = await door.read();
      if (over) return;
      const keeper = new SheetKeeper(sheetName(seatId, applicationId), door, sheet);
      const leave = keeper.subscribe(() => {
        if (keeper.snapshot().saved === 'all') onArrived();
      });
      stop = leave;
      if (keeper.snapshot().saved === 'all') onArrived();
    } catch (error) {
      // A refusal will not turn into a sheet by being asked again.
      if (!over && error instanceof Unreachable) timer = setTimeout(() => void begin(), RETRY_MS);
    }
  };
  void begin();
  return () => {
    over = true;
    clearTimeout(timer);
    stop();
  };
}
