import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The numbers arrive after the page: only then can the address lead to one of its parts. */
export function useAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
}
