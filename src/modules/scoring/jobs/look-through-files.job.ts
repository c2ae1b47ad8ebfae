import { Injectable } from '@nestjs/common';
import { defineJob, Handles, type JobHandler } from '#libs/jobs';
import { LookThroughFiles } from '../handlers/look-through-files.js';

/** The files of a stage that has just opened are read and stripped for its blind panels. Many may be large: no transaction is open meanwhile. */
export const lookThroughJob = defineJob<{ callId: string; stageKey: string }>('scoring.look-through-files', { queue: 'documents', runs: 'outside', attempts: 5 });

@Injectable()
@Handles(lookThroughJob)
export class LookThroughOpenedStage implements JobHandler<{ callId: string; stageKey: string }> {
  constructor(private readonly looking: LookThroughFiles) {}

  run({ callId, stageKey }: { callId: string; stageKey: string }): Promise<void> {
    return this.looking.run(callId, stageKey);
  }
}
