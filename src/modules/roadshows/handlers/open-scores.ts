import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { ScoringFacade } from '#modules/scoring';
import type { Presentation, RoadshowSession } from '../domain/roadshow.js';

interface Hall {
  readonly session: Pick<RoadshowSession, 'callId' | 'stageKey'>;
  readonly presentations: readonly Presentation[];
}

/** The scores of a hall that are still open. */
@Injectable()
export class OpenScores {
  constructor(
    private readonly scoring: ScoringFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** How many sheets are awaited; what was ended without somebody, with a reason, is awaited no more. */
  async awaited({ session: { callId, stageKey }, presentations }: Hall): Promise<number> {
    const called = presentations.filter(({ status }) => status === 'scoring' || status === 'scored');
    const progress = await Promise.all(called.map(({ applicationId }) => this.scoring.liveProgress(callId, stageKey, applicationId)));
    return progress.reduce((sum, { open, waiting }) => sum + (open ? waiting.length : 0), 0);
  }

  /** Ends scoring of every project that is done; answers when. */
  async close({ session: { callId, stageKey }, presentations }: Hall): Promise<Date> {
    for (const { applicationId, status } of presentations) if (status === 'scored') await this.scoring.closeLive(callId, stageKey, applicationId);
    return this.time.now();
  }
}
