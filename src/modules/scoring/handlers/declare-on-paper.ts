import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Transaction } from '#libs/database';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { TakeDeclaration, type Declared } from './declare-conflict.js';
import { HoldPaperSeat, scansOf } from './hold-paper.js';
import { HoldSheet } from './hold-sheet.js';

export interface PaperDeclaration extends Declared {
  readonly applicationId: string;
}

/** Gives a scan to the seat that it is about. Joins the caller's transaction. */
@Injectable()
export class KeepScan {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly identity: IdentityFacade,
  ) {}

  /** @returns whose paper it is */
  async run({ seatId, accountId, nodePath }: { seatId: string; accountId: string; nodePath: string }, scanId: string, actor: Actor): Promise<{ id: string; name: string }> {
    await this.documents.attach([scanId], scansOf(seatId), { audience: 'held', nodePath }, actor);
    return (await this.identity.person(accountId))!;
  }
}

/** A member of staff brings in what a guest has declared and signed. Nothing of an application is printed for her before that. */
@Injectable()
export class DeclareOnPaper {
  constructor(
    private readonly tx: Transaction,
    private readonly seats: HoldPaperSeat,
    private readonly sheets: HoldSheet,
    private readonly taking: TakeDeclaration,
    private readonly evidence: KeepScan,
  ) {}

  /** @throws DomainError `seat_absent`, `own_panel`, `sheet_absent`, `stage_not_open`, `conflict_pinned`, `document_absent` */
  run(callId: string, seatId: string, { scanId, declared }: { scanId: string; declared: readonly PaperDeclaration[] }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { seat, call } = await this.seats.run(callId, seatId, actor);
      const guest = await this.evidence.run({ seatId, accountId: seat.accountId, nodePath: call.nodePath }, scanId, actor);
      for (const one of declared) await this.taking.run(await this.sheets.of(seat, one.applicationId, true), one, guest, actor, { scanId });
    });
  }
}
