import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The newest of a function that is made at every drawing, for those who call it later. */
export function useNewest<T>(value: T): RefObject<T> {
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  });
  return newest;
}
