import { Injectable } from '@nestjs/common';
import { AnnounceAwards } from './announce-awards.js';
import { ConfirmAwards } from './confirm-awards.js';
import { CorrectNotice } from './correct-notice.js';
import { DecideAwards } from './decide-awards.js';
import { JudgeObjection } from './judge-objection.js';
import { PreviewAllocation } from './preview-allocation.js';
import { ReadObjections } from './read-objections.js';
import { SettleByHand } from './settle-by-hand.js';

/** From the dry run to the decision, gathered for the one controller that offers it. */
@Injectable()
export class AllocationDesk {
  constructor(
    readonly preview: PreviewAllocation,
    readonly settling: SettleByHand,
    readonly deciding: DecideAwards,
  ) {}
}

/** From the notice to the confirmation. */
@Injectable()
export class PublicityDesk {
  constructor(
    readonly announcing: AnnounceAwards,
    readonly correcting: CorrectNotice,
    readonly confirming: ConfirmAwards,
  ) {}
}

/** What staff do with objections. */
@Injectable()
export class ObjectionDesk {
  constructor(
    readonly reading: ReadObjections,
    readonly judging: JudgeObjection,
  ) {}
}
