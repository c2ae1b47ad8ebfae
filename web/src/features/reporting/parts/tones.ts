import type { Tone } from '../../../ui/index.js';

/** One colour for one standing of a round. */
export function toneOfRound(status: string): Tone {
  if (status === 'archived') return 'done';
  if (status === 'suspended' || status === 'cancelled') return 'late';
  return status === 'published' ? 'waiting' : 'current';
}

export const hasEnded = (status: string): boolean => status === 'archived' || status === 'cancelled';
