import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import type { ApplicationView } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import { entriesIn } from '../domain/ballots/ballot-sheet.js';
import type { Entry } from '../domain/check-sheet.js';
import { EmergencyReading, type EmergencyAccess } from '../domain/emergency/emergency-access.js';
import { mayLook } from '../domain/emergency/emergency.lifecycle.js';
import type { PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import type { SlotSheet } from '../domain/review-slots/review-slot.js';
import { noSuchSheet } from '../scoring.errors.js';
import { runs } from '../scoring.permissions.js';
import { EmergencyStore } from '../store/emergency.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { SlotStore } from '../store/slot.store.js';
import type { EmergencyLookView, UncoveredApplicantView, UncoveredSheetView } from './emergency.view.js';
import { HoldEmergency } from './hold-emergency.js';

/** Takes the cover off the one thing that was granted, and off nothing else. */
@Injectable()
export class Uncover {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly slots: SlotStore,
    private readonly identity: IdentityFacade,
    private readonly organisations: OrganisationsFacade,
  ) {}

  async applicants({ organisationId, coOrganisationIds }: ApplicationView): Promise<UncoveredApplicantView[]> {
    const parties = await this.organisations.many([organisationId, ...coOrganisationIds]);
    return parties.map(({ name, legalRepresentative, address }) => ({ name, legalRepresentative, address }));
  }

  async sheetsOf({ callId, stageKey, applicationId }: EmergencyAccess, call: CallView): Promise<UncoveredSheetView[]> {
    const seats = (await this.panels.seats(callId, stageKey)).filter(({ status }) => status === 'seated');
    const [sheets, names] = await Promise.all([this.sheets.ofSeats(seats.map(({ id }) => id)), this.identity.names(seats.map(({ accountId }) => accountId))]);
    const named = seats.map((seat) => sheetOf(seat, call, sheets.find((sheet) => sheet.seatId === seat.id && sheet.applicationId === applicationId), names.get(seat.accountId) ?? ''));
    const byLink = (await this.slots.ofCall(callId, [stageKey])).filter(({ slot, sheet }) => slot.applicationId === applicationId && slot.verdict !== 'has' && (sheet !== null || slot.revokedAt === null));
    return [...named, ...byLink.map(({ slot, sheet }) => sheetOf(slot, call, sheet ?? undefined, null))];
  }
}

/** What a judge, seated or with a link, has not handed in is hers alone, also in an emergency. */
function sheetOf({ alias, stageKey, blocKey }: Pick<PanelSeat, 'alias' | 'stageKey' | 'blocKey'>, { rulebook }: CallView, sheet: ScoreSheet | SlotSheet | undefined, judgeName: string | null): UncoveredSheetView {
  const bloc = rulebook.scoring.stages.find(({ key }) => key === stageKey)!.blocs.find(({ key }) => key === blocKey)!;
  const whose = { judgeName, alias, blocTitle: bloc.title };
  if (sheet?.status !== 'submitted') return { ...whose, state: sheet?.status ?? 'none', submittedAt: null, comment: '', scores: [] };
  const { status: state, submittedAt, comment, entries } = sheet;
  return { ...whose, state, submittedAt, comment, scores: entriesIn(bloc).map(({ key, title }) => ({ title, ...pointsOf(entries[key]) })) };
}

const pointsOf = (entry: Entry | undefined) => ({ points: entry?.points ?? null, reason: entry?.reason ?? '' });

/** Keeps every look. */
@Injectable()
export class RecordLook {
  constructor(
    private readonly accesses: EmergencyStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  now(): Promise<Date> {
    return this.time.now();
  }

  async run({ id, thing, stageKey, applicationId }: EmergencyAccess, readAt: Date, actor: Actor): Promise<void> {
    await this.accesses.look(Object.assign(new EmergencyReading(), { id: newId<string>(), accessId: id, readBy: actor.accountId, readAt }));
    await this.audit.record({ action: 'emergency.looked', subject: { kind: 'application', id: applicationId }, actor, facts: { accessId: id, thing, stageKey } });
  }
}

/** Shows what was granted to whoever asked, while it is open; each look leaves a row and a leaf before anything is shown. */
@Injectable()
export class LookInEmergency {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldEmergency,
    private readonly recording: RecordLook,
    private readonly uncovering: Uncover,
    private readonly panels: PanelStore,
  ) {}

  /** @throws DomainError `emergency_access_absent`, `not_own_request`, `access_waits`, `access_over`, `sheet_absent` to whoever lost the role since, and what stands against a person too near */
  run(id: string, actor: Actor): Promise<EmergencyLookView> {
    return this.tx.run(async () => {
      const { access, call, application, tooNear } = await this.holding.run(id, actor);
      const readAt = await this.recording.now();
      insist(mayLook(access, actor, readAt));
      if (tooNear) throw tooNear;
      if (!(await this.stillMay(access, actor))) throw noSuchSheet();
      await this.recording.run(access, readAt, actor);
      const isSheets = access.thing === 'sheets';
      return {
        readAt, openUntil: access.openUntil!, number: application.number ?? '',
        applicants: isSheets ? [] : await this.uncovering.applicants(application), sheets: isSheets ? await this.uncovering.sheetsOf(access, call) : [],
      };
    });
  }

  /** Roles and seats come to an end; what they were granted for ends with them. */
  private async stillMay(access: EmergencyAccess, actor: Actor): Promise<boolean> {
    if (access.seatId === null) return runs(actor, access);
    return (await this.panels.seat(access.seatId))?.status === 'seated';
  }
}
