import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import type { PanelSeat } from '../domain/score-sheet.js';
import { SheetStore } from '../store/sheet.store.js';

/** Takes sheets out of the count; what they said stays in their history. Joins the caller's transaction. */
@Injectable()
export class VoidSheets {
  constructor(
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
  ) {}

  async run(seats: readonly PanelSeat[], actor: Actor, reason: string, applicationId?: string): Promise<void> {
    const at = await this.time.now();
    for (const { id } of await this.sheets.ofSeats(seats.map((seat) => seat.id))) {
      const sheet = await this.sheets.lock(id);
      if (!sheet || sheet.status === 'void' || (applicationId !== undefined && sheet.applicationId !== applicationId)) continue;
      sheet.status = 'void';
      this.sheets.update(sheet, { actorId: actor.accountId, at, reason });
    }
  }
}
