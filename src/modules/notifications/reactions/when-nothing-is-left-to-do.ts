import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { newId } from '#libs/database';
import { Reacts, type Reaction } from '#libs/events';
import { Outbox } from '#libs/jobs';
import { NothingLeftToDo, type DoneStep } from '#modules/identity';
import { Answer, answer } from '../jobs/answer.job.js';

const AGAIN_AFTER_MS = 10_000;

/** The messages that asked for the step stay in every inbox and are not counted any more; once more a little later, for those still on their way. */
@Injectable()
@Reacts(NothingLeftToDo)
export class WhenNothingIsLeftToDo implements Reaction<DoneStep> {
  constructor(
    private readonly answering: Answer,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(step: DoneStep): Promise<void> {
    await this.answering.run(step);
    if (step.until === undefined) await this.onceMore(step);
  }

  private async onceMore(step: DoneStep): Promise<void> {
    await this.outbox.enqueue(answer, step, { key: `${step.asked[0] ?? ''}${newId<string>()}`, dueAt: new Date(this.clock.now().getTime() + AGAIN_AFTER_MS) });
  }
}
