import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { invalid, refused, say } from '#libs/errors';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { agreedOn, checkPlaces, orderOf, PaperEntry, tidySaid, type PaperSaid } from '../domain/paper/paper-sheet.js';
import { refuseFaulty, refuseOutdated } from '../domain/take-said.js';
import { sheetFaulty } from '../scoring.errors.js';
import { PaperStore } from '../store/paper.store.js';
import { WriteAbstention } from './abstain.js';
import { refuseEarlyVote, refuseFaultyOrder, refuseVoting, WriteBallot } from './cast-ballot.js';
import { versionOf } from './hold-ballot.js';
import { HoldPaper, paperVersion, scansOf, type HeldPaper } from './hold-paper.js';
import { refuseScoring } from './hold-sheet.js';
import { WriteSheet, type FromPaper } from './keep-sheet.js';

export interface ReadOnPaper {
  readonly said: PaperSaid;
  /** The scan of the signed paper; the second person reads the one that is there. */
  readonly scanId?: string;
  readonly byFile: boolean;
}

/** Keeps what one person read on a paper sheet, with the scan that shows it. Joins the caller's transaction. */
@Injectable()
export class RecordReadOnPaper {
  constructor(
    private readonly papers: PaperStore,
    private readonly documents: DocumentsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `scan_due`, `file_confirms_nothing`, `document_absent` */
  async run({ paper: { code }, seat, call, about }: HeldPaper, { said, scanId, byFile }: ReadOnPaper, actor: Actor): Promise<PaperEntry[]> {
    const baseVersion = paperVersion(about);
    const entries = await this.papers.entries([code]);
    const others = entries.filter(({ enteredBy }) => enteredBy !== actor.accountId);
    const live = entries.filter((entry) => entry.baseVersion === baseVersion);
    if (byFile && live.some(({ enteredBy }) => enteredBy !== actor.accountId)) throw refused('file_confirms_nothing', say('这份评分已由另一人录入；核对须对照签字的纸质评分表逐项填写，不能再用文件', 'Somebody has entered this sheet; it is checked by reading the signed paper, not with a file'));
    const scan = scanId ?? live.at(-1)?.scanId;
    if (!scan) throw invalid('scan_due', say('请先上传签字评分表的扫描件', 'Please add the scan of the signed sheet first'));
    if (scanId && !live.some((entry) => entry.scanId === scanId)) await this.documents.attach([scanId], scansOf(seat.id), { audience: 'held', nodePath: call.nodePath }, actor);
    const entry = Object.assign(new PaperEntry(), { code, enteredBy: actor.accountId, baseVersion, said: tidySaid(said), byFile, scanId: scan, enteredAt: await this.time.now() });
    await this.papers.save(entry);
    await this.audit.record({ action: 'paper.entered', subject: { kind: 'panel_seat', id: seat.id }, actor, facts: { code, byFile, scanId: scan } });
    return [...others, entry];
  }
}

/** What two people have read alike becomes the sheet or the ballot of the guest, as if she had handed it in herself. Joins the caller's transaction. */
@Injectable()
export class HandInPaper {
  constructor(
    private readonly sheets: WriteSheet,
    private readonly ballots: WriteBallot,
    private readonly abstaining: WriteAbstention,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  async run({ paper, about: { place, ballot } }: HeldPaper, { first, second }: { first: PaperEntry; second: PaperEntry }, actor: Actor): Promise<void> {
    const names = await this.identity.names([first.enteredBy, second.enteredBy]);
    const nameOf = (id: string) => names.get(id) ?? '';
    const onPaper = `纸质评分表 ${paper.code}，${nameOf(first.enteredBy)} 录入，${nameOf(second.enteredBy)} 核对`;
    const from: FromPaper = {
      reason: onPaper,
      facts: { paper: { code: paper.code, enteredBy: first.enteredBy, byFile: first.byFile, checkedBy: second.enteredBy, scanId: second.scanId } },
    };
    if (ballot) return this.ballots.run(ballot, orderOf(second.said.entries), { moment: 'submit', paper: from }, actor);
    const at = await this.time.now();
    if (second.said.abstained) return void (await this.abstaining.run({ seatId: place.seat.id, applicationId: place.application.id, present: place.sheet }, { reason: `${second.said.comment}（${onPaper}）`, at, facts: from.facts }, actor));
    await this.sheets.run({ present: place.sheet, place: { seatId: place.seat.id, applicationId: place.application.id } }, second.said, { moment: 'submit', at, paper: from }, actor);
  }
}

/** A member of staff brings in a paper sheet. The second who reads the same hands it in; where they differ, both are told and nothing counts. */
@Injectable()
export class EnterPaper {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldPaper,
    private readonly records: RecordReadOnPaper,
    private readonly handing: HandInPaper,
  ) {}

  /**
   * @throws DomainError `paper_absent`, `own_panel`, `stage_not_open`, `declaration_first`, `conflict_of_interest`, `not_live`, `sheet_submitted`,
   * `sheet_faulty`, `ballot_left_out`, `declaration_due`, `hall_not_over`, `scan_due`, `file_confirms_nothing`
   */
  run(callId: string, code: string, read: ReadOnPaper, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const held = await this.holding.run(callId, code, actor, true);
      refuseReading(held, read.said);
      const agreed = agreedOn(await this.records.run(held, read, actor), paperVersion(held.about));
      if (agreed) await this.handing.run(held, agreed, actor);
    });
  }
}

/** What refuses a judge's own sheet refuses hers on paper. */
function refuseReading({ about: { place, ballot } }: HeldPaper, said: PaperSaid): void {
  if (place) {
    refuseScoring(place);
    refuseOutdated(place.sheet, place.sheet?.version ?? 0);
    if (said.abstained) return refuseWordless(said);
    return refuseFaulty(place.bloc.criteria, said.entries, 'submit');
  }
  if (said.abstained) throw refused('ballot_left_out', say('选票不能只放弃一份：请在选票上留空，或撤换这位评委', 'A ballot has no tick for one project: leave it out of the order, or take her off the panel'));
  refuseVoting(ballot, versionOf(ballot));
  refuseEarlyVote(ballot);
  const problems = checkPlaces(said.entries);
  if (problems.length > 0) throw sheetFaulty(problems);
  refuseFaultyOrder(ballot, orderOf(said.entries), 'submit');
}

function refuseWordless({ comment }: PaperSaid): void {
  if ([...comment.trim()].length < 2) throw sheetFaulty([{ path: 'comment', code: 'reason_due', sentence: say('请照纸上填写放弃的原因', 'Please enter the reason as it stands on the paper'), facts: {} }]);
}
