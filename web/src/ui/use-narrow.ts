import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 767px)');

/** True on a phone held upright: the width below which the style sheets stack things. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}
