import { useEffect, useRef } from 'react';
import { serverNow } from '../api/server-clock.js';

const A_SECOND = 1_000;
const AN_HOUR = 3_600_000;

/**
 * Does something once, a second after an instant has passed by the server's clock, so that an open page learns what the server says then.
 * What had passed before is not heard of again.
 */
export function useLapse(until: string | number, act: () => void): void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    const left = () => new Date(until).getTime() - serverNow();
    // Neither past nor unknown.
    if (!(left() > 0)) return;
    let timer: ReturnType<typeof setTimeout>;
    // By the hour at most: a device that has slept, or whose clock was set, asks again.
    const wait = () => {
      timer = setTimeout(() => (left() <= 0 ? newest.current() : wait()), Math.min(left() + A_SECOND, AN_HOUR));
    };
    wait();
    return () => clearTimeout(timer);
  }, [until]);
}
