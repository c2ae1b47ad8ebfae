import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, type SheetView } from '../../../api/index.js';
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

/** A keeper for this sheet, and what it says now. A sheet that staff have opened again gets a new one. */
export function useSheet(sheet: SheetView, reopenedAt?: string): { keeper: SheetKeeper; state: SheetState } {
  const queries = useQueryClient();
  const { seatId, applicationId } = sheet;
  const handedIn = sheet.status === 'submitted';
  // Rebuilt when the sheet was handed in or opened again, not at every refreshed read.
  const keeper = useMemo(() => new SheetKeeper(sheetName(seatId, applicationId), doorTo(seatId, applicationId), sheet), [seatId, applicationId, handedIn, reopenedAt]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => {
    if (state.phase !== 'submitted' || handedIn) return;
    void queries.invalidateQueries({ queryKey: ['judging'] });
  }, [state.phase, handedIn, queries]);
  return { keeper, state };
}
