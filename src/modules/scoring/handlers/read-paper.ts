import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import type { CallView, ScoreBloc } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { entriesIn } from '../domain/ballots/ballot-sheet.js';
import { judgedName } from '../domain/blind/judged-name.js';
import type { Entries } from '../domain/check-sheet.js';
import { foldSaid, type PaperEntry } from '../domain/paper/paper-sheet.js';
import type { PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import { changesBetween } from '../domain/sheet-changes.js';
import { stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { candidatesOf, type BallotPlace } from './hold-ballot.js';
import { HoldPaper, HoldPaperSeat, isPaperIn, noSuchPaper, paperVersion, scansOf, type HeldPaper, type PaperPlace } from './hold-paper.js';
import { HoldStage } from './hold-stage.js';
import { MarkPaper, standingOf } from './mark-paper.js';
import type { PaperDifferenceView, PaperRowView, PaperScanView, PaperSeatView, PaperSheetView } from './paper.view.js';
import { ReadPaperRows } from './read-paper-rows.js';

/** The guests of a stage with their paper. */
@Injectable()
export class ReadPaperSeats {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly rows: ReadPaperRows,
  ) {}

  async run(callId: string, stageKey: string, actor: Actor): Promise<PaperSeatView[]> {
    const call = await this.holding.call(callId, actor, 'watch');
    this.holding.stage(call, stageKey);
    const seats = (await this.panels.seats(callId, stageKey)).filter(({ onPaper, status }) => onPaper && status === 'seated');
    return Promise.all(seats.map((seat) => this.rows.run(seat, call)));
  }
}

/** A paper sheet as whoever brings it in reads it. */
@Injectable()
export class ReadPaperSheet {
  constructor(
    private readonly holding: HoldPaper,
    private readonly marking: MarkPaper,
    private readonly identity: IdentityFacade,
    private readonly documents: DocumentsFacade,
    private readonly rows: ReadPaperRows,
  ) {}

  /** @throws DomainError `paper_absent`, `own_panel` */
  async run(callId: string, code: string, actor: Actor): Promise<PaperSheetView> {
    const held = await this.holding.run(callId, code, actor);
    const { paper, seat, call, about } = held;
    const marked = (await this.marking.of([paper.code])).get(paper.code);
    const entries = marked?.entries ?? [];
    const guest = await this.identity.person(seat.accountId);
    const candidates = about.ballot ? await this.candidates(seat, call, about.ballot) : [];
    return {
      ...headOf(held), name: guest!.name, standing: standingOf(entries, paperVersion(about), sheetsOf(about)), mark: marked?.mark ?? null,
      candidates, scan: await this.scanOf(shownIn(entries, about).at(-1)),
      ...readingOf(liveIn(entries, about), actor, titlesOf(blocOf(held), candidates)), ...receiptOf(held),
    };
  }

  private async candidates(seat: PanelSeat, call: CallView, ballot: BallotPlace): Promise<PaperRowView[]> {
    const hers = candidatesOf(ballot);
    return (await this.rows.run(seat, call)).rows.filter(({ applicationId }) => hers.includes(applicationId));
  }

  private async scanOf(entry: PaperEntry | undefined): Promise<PaperScanView | null> {
    if (!entry) return null;
    const { id, name, openable, scanLabel } = await this.documents.get(entry.scanId);
    return { id, name, openable, scanLabel };
  }
}

const blocOf = ({ about: { place, ballot } }: HeldPaper): ScoreBloc => (place ?? ballot!).bloc;

function headOf(held: HeldPaper) {
  const { paper: { code }, seat, call, about: { place, ballot } } = held;
  const bloc = blocOf(held);
  return {
    code, seatId: seat.id, alias: seat.alias, stageTitle: call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!.title, blocTitle: bloc.title,
    number: place?.application.number ?? null, projectName: place ? judgedName(bloc, place.application) : null,
    ballot: ballot !== null, partial: ballot?.bloc.aggregation.partial === 'allowed', criteria: ballot ? [] : bloc.criteria, refusal: refusalOf(held),
  };
}

function refusalOf({ about: { place, ballot } }: HeldPaper): Sentence | null {
  if (ballot) return ballot.stageStatus === 'open' ? null : stageClosed().sentence;
  if (place.stageOpen && !place.live) return say('这个项目还没有路演：路演后再录入它的评分表', 'This project has not presented yet: its sheet is entered afterwards');
  return place.stageOpen ? null : stageClosed().sentence;
}

const sheetsOf = ({ place, ballot }: PaperPlace): readonly ScoreSheet[] => (place ? (place.sheet ? [place.sheet] : []) : [...ballot.sheets.values()]);

/** The scan is that of the paper that is read now, or of what was agreed on: one that was opened again wants a new one. */
const shownIn = (entries: readonly PaperEntry[], about: PaperPlace): readonly PaperEntry[] =>
  sheetsOf(about).some(({ status }) => status === 'submitted') ? entries : entries.filter(({ baseVersion }) => baseVersion === paperVersion(about));

/** Once it is handed in nobody reads any more what was entered; nor what was said of a version that has passed. */
const liveIn = (entries: readonly PaperEntry[], about: PaperPlace): PaperEntry[] => (isPaperIn(about) ? [] : entries.filter(({ baseVersion }) => baseVersion === paperVersion(about)));

/** What the reader may see of what was read: her own, the words of the other, and where the two differ once she has read it herself. */
function readingOf(live: readonly PaperEntry[], { accountId }: Actor, titles: ReadonlyMap<string, Sentence>): Pick<PaperSheetView, 'own' | 'ownComment' | 'ownAbstained' | 'words' | 'comment' | 'differences'> {
  const own = live.find(({ enteredBy }) => enteredBy === accountId);
  const other = live.find(({ enteredBy }) => enteredBy !== accountId);
  const mine = { own: own?.said.entries ?? null, ownComment: own?.said.comment ?? null, ownAbstained: own?.said.abstained === true };
  if (!other) return { ...mine, words: {}, comment: '', differences: [] };
  return { ...mine, words: wordsOf(other), comment: other.said.comment, differences: own ? differencesOf(own, other, titles) : [] };
}

const TICKED = '✓';

const wordsOf = ({ said }: PaperEntry): Entries => Object.fromEntries(Object.entries(said.entries).map(([key, { reason }]) => [key, { points: null, ...(reason ? { reason } : {}) }]));

/** What stands beside each figure on the paper: a criterion, or on a ballot a project. */
const titlesOf = (bloc: ScoreBloc, candidates: readonly PaperRowView[]): ReadonlyMap<string, Sentence> =>
  new Map([...entriesIn(bloc).map(({ key, title }) => [key, title] as const), ...candidates.map(({ applicationId, number, projectName }) => [applicationId, say(`${projectName} ${number}`, `${projectName} ${number}`)] as const)]);

function differencesOf(own: PaperEntry, other: PaperEntry, titles: ReadonlyMap<string, Sentence>): PaperDifferenceView[] {
  const [mine, theirs] = [foldSaid(own.said), foldSaid(other.said)];
  const keys = [...new Set([...titles.keys(), ...Object.keys(mine.entries), ...Object.keys(theirs.entries)])];
  const changed = changesBetween(keys, mine.entries, theirs.entries).map(({ criterion, from, to, reasonChanged }) => ({ title: titles.get(criterion) ?? say('名次', 'Place'), mine: from, theirs: to, wordsDiffer: reasonChanged }));
  const left = mine.abstained === theirs.abstained ? [] : [{ title: say('放弃评分', 'Left to the others'), mine: mine.abstained ? TICKED : null, theirs: theirs.abstained ? TICKED : null, wordsDiffer: false }];
  return mine.comment === theirs.comment ? [...left, ...changed] : [...left, ...changed, { title: say('总体评语', 'Overall comment'), mine: null, theirs: null, wordsDiffer: true }];
}

function receiptOf({ about: { place, ballot } }: HeldPaper): Pick<PaperSheetView, 'submittedAt' | 'commitment'> {
  const sheet = place ? place.sheet : [...ballot!.sheets.values()].find(({ status }) => status === 'submitted');
  return { submittedAt: sheet?.submittedAt ?? null, commitment: sheet?.commitment ?? null };
}

/** The scan of a signed paper, for whoever brings it in or checks it. Every look is on record: what it shows is not for others before the sealing. */
@Injectable()
export class OpenScan {
  constructor(
    private readonly tx: Transaction,
    private readonly seats: HoldPaperSeat,
    private readonly documents: DocumentsFacade,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `seat_absent`, `own_panel`, `paper_absent` for a file that is no scan of hers, and why it may not leave quarantine */
  run(callId: string, seatId: string, scanId: string, actor: Actor): Promise<{ name: string; mediaType: string; bytes: number; content: Readable }> {
    return this.tx.run(async () => {
      const { seat } = await this.seats.run(callId, seatId, actor);
      if (!(await this.documents.listOf(scansOf(seat.id))).some(({ id }) => id === scanId)) throw noSuchPaper();
      const { document, content } = await this.documents.open(scanId, actor);
      await this.audit.record({ action: 'paper.scan_opened', subject: { kind: 'panel_seat', id: seat.id }, actor, facts: { scanId } });
      return { name: document.name, mediaType: document.mediaType, bytes: document.bytes, content };
    });
  }
}
