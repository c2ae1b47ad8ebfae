import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api, type SheetView } from '../../../api/index.js';
import { SheetKeeper, type SheetDoor, type SheetState } from '../sheet/sheet-keeper.js';

const CODE = 'qiongxiang.review-code.';

/** The code is kept for this window alone. */
export function keepCode(token: string, code: string): void {
  try {
    sessionStorage.setItem(CODE + token.slice(0, 12), code);
  } catch {
    // Without storage it is asked for again.
    codes.set(token, code);
  }
}

const codes = new Map<string, string>();

function codeFor(token: string): string {
  try {
    return sessionStorage.getItem(CODE + token.slice(0, 12)) ?? codes.get(token) ?? '';
  } catch {
    return codes.get(token) ?? '';
  }
}

/** The link and the code that came another way. Nothing of a session goes along, whoever is signed in on this device. */
export const withToken = (token: string) => ({ headers: { 'x-review-token': token, 'x-review-code': codeFor(token) }, credentials: 'omit' as const });

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
  return {
    read: () => api.anonymousReviewSheet(withToken(token)),
    save: (body) => api.anonymousReviewSave({ ...withToken(token), body }),
    submit: (body) => api.anonymousReviewSubmit({ ...withToken(token), body }),
  };
}

/** A keeper for the sheet of a link. */
export function useSlotSheet(token: string, sheet: SheetView): { keeper: SheetKeeper; state: SheetState } {
  const handedIn = sheet.status === 'submitted';
  const keeper = useMemo(() => new SheetKeeper(`slot.${sheet.seatId}`, doorWith(token), sheet), [token, sheet.seatId, handedIn]);
  return { keeper, state: useSyncExternalStore(keeper.subscribe, keeper.snapshot) };
}
