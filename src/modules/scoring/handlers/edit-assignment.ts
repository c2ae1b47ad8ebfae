import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { absent, refused, say, tell } from '#libs/errors';
import type { Pair } from '../domain/assignment/duties.js';
import { readAssignmentFile, type FileFault, type FileLine } from '../domain/assignment/read-file.js';
import { AssignmentStore, type Panel, type PinnedPair } from '../store/assignment.store.js';
import type { AssignmentFileView } from './assignment.view.js';
import { HoldUnsealed } from './commit-assignment.js';
import { GatherPlan, type PanelInCall, type PlanGround } from './gather-plan.js';

export type HandEdit = Pair & { readonly verdict: 'must' | 'never' | 'free'; readonly reason: string };

/** Writes an officer's word about single pairs down: it takes effect at once where an assignment stands, and every later run keeps it. */
@Injectable()
export class RecordPins {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(panel: PanelInCall, pins: readonly Omit<PinnedPair, 'setBy' | 'setAt'>[], actor: Actor): Promise<void> {
    const at = await this.time.now();
    await this.assignments.savePins(pins.map((pin) => ({ ...pin, setBy: actor.accountId, setAt: at })));
    if (await this.assignments.plan(panel, true)) {
      await this.assignments.add(pins.filter(({ verdict }) => verdict === 'must').map(({ seatId, applicationId, source }) => ({ seatId, applicationId, source })), at);
      await this.assignments.remove(pins.filter(({ verdict }) => verdict === 'never'));
    }
    const { callId, stageKey, blocKey } = panel;
    await this.audit.record({ action: 'assignment.pinned', subject: { kind: 'call', id: callId }, actor, facts: { stageKey, blocKey, pins: pins.slice(0, 200).map(({ seatId, applicationId, verdict, reason }) => ({ seatId, applicationId, verdict, reason })), count: pins.length } });
  }

  async release(panel: PanelInCall, pair: Pair, actor: Actor): Promise<void> {
    await this.assignments.removePin(pair);
    const { callId, stageKey, blocKey } = panel;
    await this.audit.record({ action: 'assignment.unpinned', subject: { kind: 'call', id: callId }, actor, facts: { stageKey, blocKey, seatId: pair.seatId, applicationId: pair.applicationId } });
  }
}

/** An officer fixes one pair, rules it out, or leaves it to the solver again. */
@Injectable()
export class EditAssignment {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldUnsealed,
    private readonly gathering: GatherPlan,
    private readonly records: RecordPins,
  ) {}

  /** @throws DomainError `pair_absent`, `conflict_of_interest`, `sheet_begun`, `stage_sealed` */
  run(panel: Panel, { seatId, applicationId, verdict, reason }: HandEdit, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const held = await this.holding.of(panel, actor);
      const ground = await this.gathering.run(held);
      if (!ground.seats.some(({ id }) => id === seatId) || !ground.outlines.some(({ id }) => id === applicationId)) throw absent('pair_absent', say('评委组或评分环节里没有这一对', 'The panel and stage have no such pair'));
      if (verdict === 'free') return this.records.release(held, { seatId, applicationId }, actor);
      const refusal = refusalOf(ground, { seatId, applicationId }, verdict);
      if (refusal) throw refused(refusal.code, refusal.sentence);
      return this.records.run(held, [{ seatId, applicationId, verdict, reason, source: 'hand' }], actor);
    });
  }
}

function refusalOf({ input, findings, seats }: PlanGround, { seatId, applicationId }: Pair, verdict: 'must' | 'never') {
  const key = `${seatId} ${applicationId}`;
  const word = input.forbidden.get(key);
  if (verdict === 'must' && word && word !== 'never') {
    const why = findings.find((one) => one.applicationId === applicationId && seats.some(({ id, accountId }) => id === seatId && accountId === one.accountId))?.why ?? say('评委已声明利益冲突', 'The judge has declared a conflict');
    return { code: 'conflict_of_interest', sentence: say(`存在利益冲突，不能安排：${why.zh}`, `A conflict of interest is in the way: ${why.en}`) };
  }
  return verdict === 'never' && input.fixed.get(key) === 'begun' ? { code: 'sheet_begun', sentence: say('该评委已开始评分，不能取消安排；请用“撤换”或利益冲突处理', 'The judge has begun her sheet; take her off the panel or settle a conflict instead') } : null;
}

/** Assigns by file. A dry run says what every line would do; a file with a fault is not written at all. */
@Injectable()
export class ImportAssignments {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldUnsealed,
    private readonly gathering: GatherPlan,
    private readonly records: RecordPins,
  ) {}

  run(panel: Panel, { text, write }: { text: string; write: boolean }, actor: Actor): Promise<AssignmentFileView> {
    return this.tx.run(async () => {
      const held = await this.holding.of(panel, actor);
      const ground = await this.gathering.run(held);
      const { lines, faults } = readAssignmentFile(text);
      const matched = matchLines(ground, lines);
      const all = [...faults, ...matched.faults].sort((a, b) => a.line - b.line);
      const written = write && all.length === 0 && matched.pins.length > 0;
      if (written) await this.records.run(held, matched.pins, actor);
      return { accepted: matched.pins.length, written, faults: all.map(({ line, sentence }) => ({ line, sentence: say(tell(sentence, {}, 'zh'), tell(sentence, {}, 'en')) })) };
    });
  }
}

type NewPin = Omit<PinnedPair, 'setBy' | 'setAt'>;

function matchLines(ground: PlanGround, lines: readonly FileLine[]): { pins: NewPin[]; faults: FileFault[] } {
  const pins = new Map<string, NewPin>();
  const faults: FileFault[] = [];
  const applications = new Map(ground.outlines.map(({ id, number }) => [number, id]));
  for (const one of lines) {
    const pin = pinOf(ground, applications, one);
    if ('sentence' in pin) faults.push(pin);
    else if (pins.has(`${pin.seatId} ${pin.applicationId}`)) faults.push({ line: one.line, sentence: say('这一对在文件中出现过', 'This pair is in the file already') });
    else pins.set(`${pin.seatId} ${pin.applicationId}`, pin);
  }
  return { pins: [...pins.values()], faults };
}

function pinOf(ground: PlanGround, applications: ReadonlyMap<string, string>, { line, number, judge, verdict, reason }: FileLine): NewPin | FileFault {
  const applicationId = applications.get(number);
  if (!applicationId) return { line, sentence: say(`本环节没有编号为“${number}”的申报`, `This stage has no application numbered "${number}"`) };
  const named = ground.seats.filter(({ alias, accountId }) => alias === judge || ground.names.get(accountId) === judge);
  if (named.length === 0) return { line, sentence: say(`评委组里没有“${judge}”`, `"${judge}" is not on the panel`) };
  if (named.length > 1) return { line, sentence: say(`有 ${named.length} 位评委叫“${judge}”，请改用代号`, `${named.length} judges are called "${judge}"; use the alias`) };
  const refusal = refusalOf(ground, { seatId: named[0]!.id, applicationId }, verdict);
  return refusal ? { line, sentence: refusal.sentence } : { seatId: named[0]!.id, applicationId, verdict, reason, source: 'file' };
}
