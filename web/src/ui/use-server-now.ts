import { useEffect, useState } from 'react';
import { serverNow } from '../api/server-clock.js';

/** The server's present time in epoch milliseconds, renewed every `everyMs`. */
export function useServerNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
