import type { Rulebook } from '#modules/calls';
import type { JudgeSheet } from '../score-tree/sheets.js';
import type { ReviewSlot, SlotSheet } from './review-slot.js';

export interface HeldSlot {
  readonly slot: ReviewSlot;
  readonly sheet: SlotSheet | null;
}

/**
 * What the slots of one application add to the sheets of its judges, where the rulebook counts them: one that was handed in counts, one
 * that declared a conflict has stepped aside, one whose link is still open is waited for, and one whose link is over was never there.
 */
export function countedSlots({ scoring }: Pick<Rulebook, 'scoring'>, applicationId: string, held: readonly HeldSlot[], now: Date): JudgeSheet[] {
  return held.filter(({ slot }) => slot.applicationId === applicationId && isCounted(scoring, slot)).flatMap(({ slot, sheet }): JudgeSheet[] => {
    const place = { stageId: slot.stageKey, blocId: slot.blocKey, judgeId: slot.id };
    switch (slot.standing(sheet, now)) {
      case 'handed_in': return [{ ...place, state: 'submitted', entries: Object.fromEntries(Object.entries(sheet!.entries).map(([key, { points }]) => [key, points!])) }];
      case 'aside': return [{ ...place, state: 'recused', entries: {} }];
      case 'waiting':
      case 'reading': return [{ ...place, state: 'missing', entries: {} }];
      default: return [];
    }
  });
}

const isCounted = ({ stages }: Rulebook['scoring'], { stageKey, blocKey }: ReviewSlot): boolean =>
  stages.find(({ key }) => key === stageKey)?.blocs.find(({ key }) => key === blocKey)?.anonymousSlots?.counts === true;
