import { defineEvent } from '#libs/events';

/** A ranking was sealed: of one stage, or (with null) of the round. */
export const RankingSealed = defineEvent<{ readonly callId: string; readonly rankingId: string; readonly stageKey: string | null }>('RankingSealed');
