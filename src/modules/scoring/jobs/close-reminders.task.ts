import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { NothingLeftToDo } from '#modules/identity';
import { openFor, sheetsAwaited } from '../handlers/nudge-judges.js';
import { ReadScoring } from '../handlers/read-scoring.js';
import { AwaitedStore } from '../store/awaited.store.js';
import { PanelStore } from '../store/panel.store.js';

export const closeReminders = defineJob<object>('scoring.close-reminders', { queue: 'clock' });

/**
 * Every minute: a judge who was reminded and owes nothing any more, whichever way that came about, has the reminder off her bell. Looked for
 * by the clock and not at each sheet: handing in must not take longer than it does.
 */
@Injectable()
@Handles(closeReminders)
@Repeats('* * * * *')
export class CloseReminders implements JobHandler<object> {
  constructor(
    private readonly tx: Transaction,
    private readonly awaited: AwaitedStore,
    private readonly panels: PanelStore,
    private readonly reading: ReadScoring,
    private readonly events: Events,
  ) {}

  run(): Promise<void> {
    return this.tx.run(async () => {
      for (const { callId, stageKey, seatIds } of await this.awaited.stages()) {
        const done = await this.doneOf(callId, stageKey, seatIds);
        if (done.length === 0) continue;
        await this.awaited.done(done);
        await this.events.tell(NothingLeftToDo, { asked: done.map(sheetsAwaited) });
      }
    });
  }

  /** All of them once the stage is sealed: nothing can be handed in there any more. */
  private async doneOf(callId: string, stageKey: string, seatIds: readonly string[]): Promise<string[]> {
    const round = await this.panels.stage(callId, stageKey);
    if (round?.status !== 'open') return [...seatIds];
    const state = await this.reading.stateOf(callId, stageKey);
    const owing = state.seats.filter((seat) => seatIds.includes(seat.id) && openFor(seat, round.applicationIds, state) > 0);
    return seatIds.filter((id) => !owing.some((seat) => seat.id === id));
  }
}
