import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { boardOf, type CallView } from '#modules/calls';
import type { ConflictDeclaration, PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import type { JudgeSheet, ScoredApplication } from '../domain/score-tree/sheets.js';
import { bonusPoints, bonusSource, preferenceCount } from '../domain/tree-of-rulebook.js';
import type { Duties } from '../domain/assignment/duties.js';
import { countedSlots } from '../domain/review-slots/count-slots.js';
import type { ReviewSlot } from '../domain/review-slots/review-slot.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { SlotStore } from '../store/slot.store.js';
import { ReadDuties } from './read-duties.js';

/** Everything that was entered for some applications, as the engine takes it. */
export interface Gathered {
  readonly applications: readonly ApplicationView[];
  readonly scored: readonly ScoredApplication[];
  /** Who did not turn up, and why; they are ranked by nobody. */
  readonly forfeited: ReadonlyMap<string, string>;
  /** Under which name the sheet of a seat or of a slot is published: `stage/bloc/alias`. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Whose sheets are waited for: of judges as they were given applications, and of slots where the rulebook counts them. */
@Injectable()
export class ReadOwed {
  constructor(
    private readonly duties: ReadDuties,
    private readonly slots: SlotStore,
    private readonly time: DatabaseTime,
  ) {}

  async of({ id, rulebook }: CallView, stageKeys: readonly string[]): Promise<{ given: Duties; slots: readonly ReviewSlot[]; bySlots: (applicationId: string) => JudgeSheet[] }> {
    const [given, held, now] = await Promise.all([this.duties.of(id), this.slots.ofCall(id, stageKeys), this.time.now()]);
    return { given, slots: held.map(({ slot }) => slot), bySlots: (applicationId) => countedSlots(rulebook, applicationId, held, now) };
  }
}

@Injectable()
export class GatherScores {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly applications: ApplicationsFacade,
    private readonly owing: ReadOwed,
  ) {}

  /** @param stageKeys of the stages that count */
  async of(call: CallView, applicationIds: readonly string[], stageKeys: readonly string[]): Promise<Gathered> {
    const seats = (await this.panels.seats(call.id)).filter(({ status, stageKey }) => status === 'seated' && stageKeys.includes(stageKey));
    const [applications, sheets, declarations, outside, absent, duties] = await Promise.all([
      this.applications.many(applicationIds), this.sheets.ofSeats(seats.map(({ id }) => id)), this.panels.declarations(applicationIds),
      this.sheets.outside(call.id), this.panels.forfeited(call.id), this.owing.of(call, stageKeys),
    ]);
    const forfeited = new Map(absent.filter(({ stageKey }) => stageKeys.includes(stageKey)).map(({ applicationId, reason }) => [applicationId, reason]));
    const scored = applications.filter(({ id }) => !forfeited.has(id)).map((application) => ({
      ...factsOf(application, call, outside), sheets: [...seats.filter((seat) => duties.given.includes(seat, application.id)).map((seat) => judgeSheet(seat, application.id, sheets, declarations)), ...duties.bySlots(application.id)],
    }));
    return { applications, scored, forfeited, aliases: new Map([...seats, ...duties.slots].map(({ id, stageKey, blocKey, alias }) => [id, `${stageKey}/${blocKey}/${alias}`])) };
  }
}

function factsOf(application: ApplicationView, { rulebook }: CallView, outside: readonly { applicationId: string; source: string; value: string }[]): Omit<ScoredApplication, 'sheets'> {
  const board = boardOf(rulebook, application.categoryKey);
  const recorded = outside.filter((row) => row.applicationId === application.id).map(({ source, value }) => [source, value]);
  const given = rulebook.scoring.bonuses.filter(({ by }) => by === 'preference').map((bonus) => [bonusSource(bonus.key), bonusPoints(bonus, rulebook.preferences, application.preferences)]);
  return {
    id: application.id, number: application.number!, outside: Object.fromEntries([...recorded, ...given]), requestedFen: application.requestedFen,
    preferencePoints: preferenceCount(rulebook.preferences, application.preferences), submittedAtMs: application.submittedAt!.getTime(),
    ...(board ? { boardId: board.key } : {}),
    ...(rulebook.roadshow?.groups.by === 'category' ? { groupId: application.categoryKey } : {}),
  };
}

/** Whoever declared a conflict, or abstained, has stepped aside; whoever has not handed in is missing, not zero. */
function judgeSheet({ id, accountId, stageKey, blocKey }: PanelSeat, applicationId: string, sheets: readonly ScoreSheet[], declarations: readonly ConflictDeclaration[]): JudgeSheet {
  const declared = declarations.find((one) => one.accountId === accountId && one.applicationId === applicationId);
  const sheet = sheets.find((one) => one.seatId === id && one.applicationId === applicationId && one.status === 'submitted');
  const abstained = sheets.some((one) => one.seatId === id && one.applicationId === applicationId && one.status === 'abstained');
  const recused = abstained || (declared !== undefined && declared.verdict !== 'none');
  const entries = sheet && !recused ? Object.fromEntries(Object.entries(sheet.entries).map(([key, { points }]) => [key, points!])) : {};
  return { stageId: stageKey, blocId: blocKey, judgeId: id, state: recused ? 'recused' : sheet ? 'submitted' : 'missing', entries };
}
