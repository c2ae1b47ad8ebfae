import { Injectable } from '@nestjs/common';
import { say } from '#libs/errors';
import { defineJob, Handles, type JobHandler } from '#libs/jobs';
import { WriteAboutAward } from '../handlers/write-about-award.js';

export const remindOfAnswer = defineJob<{ awardId: string }>('awards.remind-of-answer', { queue: 'clock' });

/** Before the term ends, and only who has not answered. */
@Injectable()
@Handles(remindOfAnswer)
export class RemindOfAnswer implements JobHandler<{ awardId: string }> {
  constructor(private readonly writing: WriteAboutAward) {}

  async run({ awardId }: { awardId: string }): Promise<void> {
    if ((await this.writing.find(awardId)).status !== 'confirmed') return;
    await this.writing.toWinner(awardId, 'award-answer-due', {
      title: say('请在 {answerUntil} 前答复“{project}”', 'Please answer for "{project}" by {answerUntil}'),
      body: say('“{project}”（{number}）的立项还没有答复，期限为 {answerUntil}。', 'The award of "{project}" ({number}) is not answered yet; the term ends on {answerUntil}.'),
    });
  }
}
