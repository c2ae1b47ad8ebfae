import { defineEvent } from '#libs/events';

export interface AwardNews {
  readonly awardId: string;
  readonly callId: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly nodePath: string;
  readonly amountFen: number;
}

/** The publicity term is over and no objection stands. */
export const AwardConfirmed = defineEvent<AwardNews>('AwardConfirmed');
/** The winner has said yes, or the rulebook reads its silence so. */
export const AwardAccepted = defineEvent<AwardNews>('AwardAccepted');
