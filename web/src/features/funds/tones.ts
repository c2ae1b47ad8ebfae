import type { TrancheRow } from '../../api/index.js';
import type { Tone } from '../../ui/index.js';

export const TRANCHE_TONE: Readonly<Record<TrancheRow['status'], Tone>> = {
  planned: 'quiet',
  requested: 'waiting',
  prepared: 'waiting',
  approved: 'waiting',
  paid: 'done',
  acknowledged: 'done',
  cancelled: 'quiet',
};

/** A payment that was sent back waits for its maker again. */
export const toneOf = ({ status, returned }: Pick<TrancheRow, 'status' | 'returned'>): Tone => (returned ? 'late' : TRANCHE_TONE[status]);
