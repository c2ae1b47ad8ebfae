import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';

const arrivals = new AsyncLocalStorage<number>();

/** Runs what a request asks for, and remembers when all of the request was here. */
export const arrived = <T>(work: () => T): T => arrivals.run(performance.now(), work);

/** When the request at hand was here, in monotonic milliseconds of this process; `undefined` where no request asks. */
export const arrivalOfRequest = (): number | undefined => arrivals.getStore();
