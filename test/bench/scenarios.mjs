import { p1 } from './p1-deadline-rush.mjs';

/** In the order in which they run. */
export const scenarios = [p1];
