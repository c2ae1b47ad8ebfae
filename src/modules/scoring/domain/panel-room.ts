import type { ScoreBloc } from '#modules/calls';

/** Own sheet first; then what the others gave; then the talk; nothing more once the stage is sealed. */
export type RoomPhase = 'own' | 'waiting' | 'others' | 'discussion' | 'sealed';

export interface Attendance {
  /** Whether the reader has handed in her own sheet, or left it to the others. */
  readonly ownDone: boolean;
  /** Sheets that are still due from the panel on this application. */
  readonly open: number;
  readonly stageOpen: boolean;
}

/** What the rulebook lets a judge see of the others at this moment. Before her own sheet is in: nothing, whatever the policy. */
export function roomPhase({ visibility }: Pick<ScoreBloc, 'visibility'>, { ownDone, open, stageOpen }: Attendance): RoomPhase {
  if (!ownDone) return 'own';
  if (!stageOpen) return 'sealed';
  if (open === 0) return 'discussion';
  return visibility === 'open' ? 'others' : 'waiting';
}

export const showsOthers = (phase: RoomPhase): boolean => phase === 'others' || phase === 'discussion' || phase === 'sealed';
