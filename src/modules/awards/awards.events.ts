import { defineEvent } from '#libs/events';

export interface AwardNews {
  readonly awardId: string;
  readonly callId: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly nodePath: string;
  readonly amountFen: number;
}

export interface NoticeNews {
  readonly noticeId: string;
  readonly callId: string;
}

export interface WithdrawnNotice extends NoticeNews {
  readonly awardIds: readonly string[];
  /** An officer took it down to put it right; otherwise an upheld objection did. */
  readonly corrected: boolean;
}

export interface ObjectionNews {
  readonly objectionId: string;
}

/** The publicity term is over and no objection stands. */
export const AwardConfirmed = defineEvent<AwardNews>('AwardConfirmed');
/** The winner has said yes, or the rulebook reads its silence so. */
export const AwardAccepted = defineEvent<AwardNews>('AwardAccepted');
/** The winner has said no, or the rulebook reads its silence so. */
export const AwardDeclined = defineEvent<AwardNews>('AwardDeclined');
/** An objection against it was upheld. */
export const AwardWithdrawn = defineEvent<AwardNews>('AwardWithdrawn');
/** From the reserve list to a proposed award, which has yet to stand a notice of its own. */
export const AwardPromoted = defineEvent<AwardNews>('AwardPromoted');
export const NoticePublished = defineEvent<NoticeNews>('NoticePublished');
/** The list was taken down; what stood on it and is not withdrawn will be published anew. */
export const NoticeWithdrawn = defineEvent<WithdrawnNotice>('NoticeWithdrawn');
export const ObjectionReceived = defineEvent<ObjectionNews>('ObjectionReceived');
/** Answered with a written reply. */
export const ObjectionAnswered = defineEvent<ObjectionNews>('ObjectionAnswered');

/** By the names that the lifecycle tells. */
export const AWARD_EVENTS = { AwardConfirmed, AwardAccepted, AwardDeclined, AwardWithdrawn, AwardPromoted };
