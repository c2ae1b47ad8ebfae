import { p1 } from './p1-deadline-rush.mjs';
import { p2 } from './p2-autosave.mjs';
import { p3 } from './p3-lists.mjs';
import { p4 } from './p4-scores.mjs';
import { p6 } from './p6-assignment.mjs';

/** In the order in which they run. */
export const scenarios = [p1, p2, p3, p4, p6];
