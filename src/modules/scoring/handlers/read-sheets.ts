import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditProofs, AuditTrail } from '#libs/audit';
import { DomainError } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import type { ScoreBloc } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { entriesIn } from '../domain/ballots/ballot-sheet.js';
import { changesBetween, type KeptVersion } from '../domain/sheet-changes.js';
import type { ScoreSheet } from '../domain/score-sheet.js';
import type { SheetReopening } from '../domain/sheet-reopening.js';
import { noSuchSheet, notSealedYet } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { ReopeningStore } from '../store/reopening.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldSheet } from './hold-sheet.js';
import { HoldStage } from './hold-stage.js';
import { ReadScoring } from './read-scoring.js';
import { decidedFacts, type ReopeningRequestView, type SheetReceiptView, type SheetVersionView } from './sheets.view.js';

/** Every version of a sheet in words: who, when, from what to what, and why. */
@Injectable()
export class TellVersions {
  constructor(
    private readonly sheets: SheetStore,
    private readonly identity: IdentityFacade,
  ) {}

  async run(sheet: ScoreSheet, bloc: ScoreBloc): Promise<SheetVersionView[]> {
    const versions = await this.sheets.versions(sheet.id);
    const names = await this.identity.names([...new Set(versions.map(({ actorId }) => actorId))]);
    return versions.map((version, at) => versionOf(version, versions[at - 1], entriesIn(bloc), names.get(version.actorId) ?? ''));
  }
}

function versionOf({ version, status, reason, at, entries, comment }: KeptVersion, before: KeptVersion | undefined, criteria: ReturnType<typeof entriesIn>, by: string): SheetVersionView {
  const changes = changesBetween(criteria.map(({ key }) => key), before?.entries ?? {}, entries);
  return {
    version, status, by, at, reason, commentChanged: (before?.comment ?? '') !== comment,
    changes: changes.map((change) => ({ ...change, title: criteria.find(({ key }) => key === change.criterion)!.title })),
  };
}

/** The history of a sheet: the judge reads her own at any time, staff once the stage is sealed. */
@Injectable()
export class ReadHistory {
  constructor(
    private readonly placing: HoldSheet,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly telling: TellVersions,
  ) {}

  /** @throws DomainError `sheet_absent` */
  async own(seatId: string, applicationId: string, actor: Actor): Promise<SheetVersionView[]> {
    const { sheet, bloc } = await this.placing.place(seatId, applicationId, actor);
    if (!sheet) throw noSuchSheet();
    return this.telling.run(sheet, bloc);
  }

  /** @throws DomainError `sheet_absent`, `not_sealed_yet`: before the sealing no officer reads a score, not even an old one */
  async staff(sheetId: string, actor: Actor): Promise<SheetVersionView[]> {
    const sheet = await this.sheets.byId(sheetId);
    const seat = sheet && (await this.panels.seat(sheet.seatId));
    if (!sheet || !seat) throw noSuchSheet();
    const call = await this.holding.callBehind(seat.callId, actor, noSuchSheet, 'watch');
    if ((await this.panels.stage(seat.callId, seat.stageKey))?.status !== 'sealed') throw notSealedYet();
    return this.telling.run(sheet, this.holding.bloc(call, seat.stageKey, seat.blocKey));
  }
}

/** The receipt of a sheet: its commitment and the proof that the audit trail holds it. */
@Injectable()
export class ReadReceipt {
  constructor(
    private readonly placing: HoldSheet,
    private readonly trail: AuditTrail,
    private readonly proofs: AuditProofs,
  ) {}

  /** @throws DomainError `sheet_absent`, also for a sheet that is not handed in */
  async run(seatId: string, applicationId: string, actor: Actor): Promise<SheetReceiptView> {
    const { sheet, application } = await this.placing.place(seatId, applicationId, actor);
    if (sheet?.status !== 'submitted') throw noSuchSheet();
    const { items } = await this.trail.of({ kind: 'score_sheet', id: sheet.id }, { limit: 100 });
    const leaf = items.filter(({ action }) => action === 'sheet.submitted').at(-1)!;
    const proof = await this.proofOf(leaf.id);
    return { number: application.number!, submittedAt: sheet.submittedAt!, commitment: sheet.commitment!, leafId: leaf.id, ...proof };
  }

  /** A leaf is sealed within a minute; until then there is no proof yet. */
  private async proofOf(leafId: string): Promise<Omit<SheetReceiptView, 'number' | 'submittedAt' | 'commitment' | 'leafId'>> {
    try {
      const { index, size, leafHash, path } = await this.proofs.inclusion(leafId);
      return { sealed: true, index, size, leafHash, path, root: (await this.proofs.head(size)).root };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'audit_leaf_unsealed') return { sealed: false, index: null, size: null, leafHash: null, path: [], root: null };
      throw error;
    }
  }
}

/** What waits for a second person, and what was decided, in one stage. */
@Injectable()
export class ReadReopenings {
  constructor(
    private readonly holding: HoldStage,
    private readonly reading: ReadScoring,
    private readonly reopenings: ReopeningStore,
    private readonly identity: IdentityFacade,
    private readonly applications: ApplicationsFacade,
  ) {}

  async run(callId: string, stageKey: string, actor: Actor): Promise<ReopeningRequestView[]> {
    const call = await this.holding.call(callId, actor, 'watch');
    this.holding.stage(call, stageKey);
    const { sheets, seats } = await this.reading.stateOf(callId, stageKey);
    const requests = await this.reopenings.ofSheets(sheets.map(({ id }) => id));
    const sheetOf = new Map(sheets.map((sheet) => [sheet.id as string, sheet]));
    const seatOf = new Map(seats.map((seat) => [seat.id as string, seat]));
    const people = requests.flatMap(({ askedBy, decidedBy, sheetId }) => [askedBy, decidedBy, seatOf.get(sheetOf.get(sheetId)!.seatId)!.accountId]).filter((id) => id !== null);
    const names = await this.identity.names([...new Set(people)]);
    const projects = new Map((await this.applications.many([...new Set(requests.map(({ sheetId }) => sheetOf.get(sheetId)!.applicationId))])).map((one) => [one.id, one.projectName]));
    const mayDecide = (request: SheetReopening, judge: string): boolean =>
      request.decidedBy === null && request.askedBy !== actor.accountId && judge !== actor.accountId && actor.holdsAt(call.nodePath, 'officer');
    const nameOf = (id: string): string => names.get(id) ?? '';
    return requests.map((request) => {
      const sheet = sheetOf.get(request.sheetId)!;
      const judge = seatOf.get(sheet.seatId)!.accountId;
      return {
        ...decidedFacts(request), askedBy: nameOf(request.askedBy), decidedBy: request.decidedBy && nameOf(request.decidedBy), judgeName: nameOf(judge),
        projectName: projects.get(sheet.applicationId)!, decidable: mayDecide(request, judge),
      };
    });
  }
}
