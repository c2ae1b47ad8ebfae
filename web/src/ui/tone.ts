import type { IconName } from './icon.js';

/**
 * What a colour means, everywhere: `current` the step at hand, `done` finished or money in, `waiting` waits for you,
 * `late` overdue or refused, `quiet` over or not yet begun, `calm` plain ink.
 */
export type Tone = 'calm' | 'quiet' | 'current' | 'done' | 'waiting' | 'late';

/** Colour never speaks alone: the icon that goes with a tone when none is named. */
export const TONE_ICON: Readonly<Record<Tone, IconName>> = {
  calm: 'list',
  quiet: 'minus',
  current: 'flag',
  done: 'check',
  waiting: 'hourglass',
  late: 'alert',
};
