import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type UrlState = Readonly<Record<string, string>>;

/** What the address says after `?`; every value is text. Changing it keeps the place on the page. */
export function useUrlState(): [UrlState, (patch: Record<string, string | undefined>, how?: { replace?: boolean }) => void] {
  const state = useSearch({ strict: false }) as UrlState;
  const navigate = useNavigate();
  const change = useCallback(
    (patch: Record<string, string | undefined>, how: { replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: ((before: UrlState) => withPatch(before, patch)) as never,
        replace: how.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [state, change];
}

export function withPatch(before: UrlState, patch: Record<string, string | undefined>): UrlState {
  const next: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...before, ...patch })) {
    if (value !== undefined && value !== '') next[name] = value;
  }
  return next;
}
