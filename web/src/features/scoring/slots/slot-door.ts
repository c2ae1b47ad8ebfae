import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api, type SheetView } from '../../../api/index.js';
import { SheetKeeper, type SheetDoor, type SheetState } from '../sheet/sheet-keeper.js';

/** Nothing of a session goes along, whoever is signed in on this device. */
export const withToken = (token: string) => ({ headers: { 'x-review-token': token }, credentials: 'omit' as const });

export const SlotToken = createContext('');
export const useToken = (): string => useContext(SlotToken);

/** The part of the address that no server sees. */
export function useTokenOfAddress(): string {
  const [token, setToken] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const read = () => setToken(location.hash.slice(1));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return token;
}

function doorWith(token: string): SheetDoor {
  const call = withToken(token);
  return {
    read: () => api.anonymousReviewSheet(call),
    save: (body) => api.anonymousReviewSave({ ...call, body }),
    submit: (body) => api.anonymousReviewSubmit({ ...call, body }),
  };
}

/** A keeper for the sheet of a link. */
export function useSlotSheet(token: string, sheet: SheetView): { keeper: SheetKeeper; state: SheetState } {
  const handedIn = sheet.status === 'submitted';
  const keeper = useMemo(() => new SheetKeeper(`slot.${sheet.seatId}`, doorWith(token), sheet), [token, sheet.seatId, handedIn]);
  return { keeper, state: useSyncExternalStore(keeper.subscribe, keeper.snapshot) };
}
