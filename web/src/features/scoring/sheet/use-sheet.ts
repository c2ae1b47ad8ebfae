import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, type SheetView } from '../../../api/index.js';
import { gridQuery, judgingQuery } from '../queries.js';
import { SheetKeeper, type SheetDoor, type SheetState } from './sheet-keeper.js';

export const sheetName = (seatId: string, applicationId: string): string => `${seatId}.${applicationId}`;

export function doorTo(seatId: string, applicationId: string): SheetDoor {
  const path = { seatId, applicationId };
  return {
    read: () => api.judgingSheet({ path }),
    save: (body) => api.judgingSave({ path, body }),
    submit: (body, key) => api.judgingSubmit({ path, body, headers: { 'Idempotency-Key': key } }),
  };
}

/** What was kept is what the next reading begins with: without it, whoever comes back within moments would see her points of before. */
function remember(queries: QueryClient, sheet: SheetView): void {
  const { seatId, applicationId } = sheet;
  queries.setQueryData(judgingQuery(seatId, applicationId).queryKey, (known) => known && { ...known, ...sheet });
  queries.setQueryData(gridQuery(seatId).queryKey, (known) => known && { ...known, rows: known.rows.map((row) => (row.applicationId === applicationId ? { ...row, ...sheet } : row)) });
}

function rememberingDoor(queries: QueryClient, seatId: string, applicationId: string): SheetDoor {
  const door = doorTo(seatId, applicationId);
  return {
    ...door,
    save: async (body) => {
      const sheet = await door.save(body);
      remember(queries, sheet);
      return sheet;
    },
  };
}

/** A keeper for this sheet, and what it says now. A sheet that staff have opened again gets a new one. */
export function useSheet(sheet: SheetView, reopenedAt?: string): { keeper: SheetKeeper; state: SheetState } {
  const queries = useQueryClient();
  const { seatId, applicationId } = sheet;
  const handedIn = sheet.status === 'submitted';
  // Rebuilt when the sheet was handed in or opened again, not at every refreshed read.
  const keeper = useMemo(() => new SheetKeeper(sheetName(seatId, applicationId), rememberingDoor(queries, seatId, applicationId), sheet), [seatId, applicationId, handedIn, reopenedAt, queries]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => {
    if (state.phase !== 'submitted' || handedIn) return;
    void queries.invalidateQueries({ queryKey: ['judging'] });
  }, [state.phase, handedIn, queries]);
  return { keeper, state };
}
