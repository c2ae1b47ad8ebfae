import { performance } from 'node:perf_hooks';
import { contextNow, inContext } from './context.js';

/** Runs what a request asks for, and remembers when all of the request was here. */
export const arrived = <T>(work: () => T): T => inContext({ arrival: performance.now() }, work);

/** When the request at hand was here, in monotonic milliseconds of this process; `undefined` where no request asks. */
export const arrivalOfRequest = (): number | undefined => contextNow()?.arrival;
