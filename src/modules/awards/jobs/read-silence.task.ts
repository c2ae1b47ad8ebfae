import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { AnswerAward } from '../handlers/answer-award.js';
import { AwardStore } from '../store/award.store.js';

export const readSilenceJob = defineJob<object>('awards.read-silence', { queue: 'clock', runs: 'outside' });

/** Every term for an answer that has run out takes the effect that the rulebook gives to silence. */
@Injectable()
@Handles(readSilenceJob)
@Repeats('*/10 * * * *')
export class ReadSilence implements JobHandler<object> {
  constructor(
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly answering: AnswerAward,
  ) {}

  async run(): Promise<void> {
    for (const award of await this.awards.unanswered(await this.time.now())) {
      const { silence } = (await this.calls.get(award.callId)).rulebook.acceptance;
      await this.answering.bySilence(award.id, silence === 'accepts' ? 'accept' : 'decline');
    }
  }
}
