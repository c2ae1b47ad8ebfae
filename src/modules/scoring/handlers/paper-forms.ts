import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DomainError, refused, say } from '#libs/errors';
import { Transaction } from '#libs/database';
import { bytesOf, inspectFile } from '#libs/files';
import { readXlsx } from '#libs/spreadsheets';
import { readDocx, writeDocx } from '#libs/word';
import type { Criterion } from '#modules/calls';
import { judgedName } from '../domain/blind/judged-name.js';
import { formCells, readForm, type FormLine, type FormRow } from '../domain/score-form.js';
import { linesOfWord, wordForm } from '../domain/word-form.js';
import { sheetTotal } from '../domain/sheet-total.js';
import { readCode } from '../domain/short-code.js';
import { EnterPaper } from './enter-paper.js';
import type { FormOutcomeView, FormUploadedView } from './forms.view.js';
import { HoldPaperSeat } from './hold-paper.js';
import { IssueCodes, unscoredOf } from './print-paper.js';
import { GatherPaper } from './read-paper-rows.js';
import { formBook, MOVED, whyNot } from './score-forms.js';

type Gathered = Awaited<ReturnType<GatherPaper['of']>>;
type Settled = Pick<FormOutcomeView, 'outcome' | 'reason'>;

const MAX_LINES = 500;
const MAX_BYTES = 10 * 1024 * 1024;

/** What a guest fills in at her own desk: a table of all, or a document with a page for each. */
export const PAPER_FORMS = ['xlsx', 'docx'] as const;
export type PaperFormKind = (typeof PAPER_FORMS)[number];

const noBallotForm = () => refused('ballot_due', say('本组用排序投票，请打印选票', 'This bloc votes: please print the ballot'));

/** The sheets of a guest as a workbook or a document: she fills it in at her own desk, and prints and signs what she sends back. */
@Injectable()
export class DownloadPaperForm {
  constructor(
    private readonly tx: Transaction,
    private readonly seats: HoldPaperSeat,
    private readonly gathering: GatherPaper,
    private readonly codes: IssueCodes,
  ) {}

  /** @throws DomainError `seat_absent`, `own_panel`, `ballot_due` */
  run({ callId, seatId, kind }: { callId: string; seatId: string; kind: PaperFormKind }, actor: Actor): Promise<{ name: string; content: Buffer }> {
    return this.tx.run(async () => {
      const { seat, call } = await this.seats.run(callId, seatId, actor);
      const gathered = await this.gathering.of(seat, call);
      if (gathered.ballot) throw noBallotForm();
      const free = unscoredOf(gathered);
      const papers = await this.codes.run(seat.id, free.map(({ id }) => id), actor);
      const sheets = free.map((application) => ({ number: application.number!, projectName: judgedName(gathered.bloc, application), code: papers.find(({ applicationId }) => applicationId === application.id)!.code }));
      const heading = `评分表 ${seat.alias} ${call.title.zh}`;
      return { name: `评分表-${seat.alias}.${kind}`, content: kind === 'docx' ? await writeDocx(wordForm(gathered.bloc.criteria, sheets, heading), heading) : await bookOf(gathered.bloc.criteria, sheets) };
    });
  }
}

const bookOf = (criteria: readonly Criterion[], sheets: readonly { number: string; projectName: string; code: string }[]): Promise<Buffer> =>
  formBook(criteria, sheets.map(({ code, ...sheet }) => formCells(criteria, { ...sheet, mark: code, entries: {}, comment: '' })), 'code');

/** The lines of what came back, whatever it is by its content. @throws DomainError what `inspectFile` and the readers throw */
async function linesOf(content: Buffer): Promise<(criteria: readonly Criterion[]) => readonly FormRow[]> {
  if ((await inspectFile(bytesOf(content), { accept: PAPER_FORMS, maxBytes: MAX_BYTES })) === 'docx') {
    const blocks = await readDocx(content);
    return (criteria) => linesOfWord(criteria, blocks);
  }
  const [sheet] = await readXlsx(content, { maxRows: MAX_LINES });
  return () => sheet?.rows ?? [];
}

/** Takes what a guest filled in: each sound line is one person's reading of her paper, and waits for a second who reads the signed paper itself. */
@Injectable()
export class UploadPaperForm {
  constructor(
    private readonly tx: Transaction,
    private readonly seats: HoldPaperSeat,
    private readonly gathering: GatherPaper,
    private readonly entering: EnterPaper,
  ) {}

  /** @throws DomainError `seat_absent`, `own_panel`, `ballot_due`, `form_foreign`, `form_twice`, and those of an unreadable file */
  async run({ callId, seatId, scanId }: { callId: string; seatId: string; scanId: string }, content: Buffer, actor: Actor): Promise<FormUploadedView> {
    const rows = await linesOf(content);
    return this.tx.run(async () => {
      const { seat, call } = await this.seats.run(callId, seatId, actor);
      const gathered = await this.gathering.of(seat, call);
      if (gathered.ballot) throw noBallotForm();
      const lines: FormOutcomeView[] = [];
      for (const line of readForm(gathered.bloc.criteria, rows(gathered.bloc.criteria), 'code')) lines.push(await this.take(gathered, { line, scanId }, actor));
      return { saved: lines.filter(({ outcome }) => outcome === 'saved').length, lines };
    });
  }

  private async take(gathered: Gathered, { line, scanId }: { line: FormLine; scanId: string }, actor: Actor): Promise<FormOutcomeView> {
    const { line: at, number, projectName, entries } = line;
    const applicationId = gathered.applications.find((one) => one.number === number)?.id ?? null;
    const told = { line: at, number, projectName, applicationId, formTotal: sheetTotal(gathered.bloc, entries), keptTotal: null };
    return { ...told, ...(settled(gathered, line, applicationId) ?? (await this.enter(gathered, { line, scanId }, actor))) };
  }

  private async enter({ seat }: Gathered, { line: { mark, entries, comment }, scanId }: { line: FormLine; scanId: string }, actor: Actor): Promise<Settled> {
    try {
      await this.entering.run(seat.callId, mark, { said: { entries, comment, confidence: null }, scanId, byFile: true }, actor);
      return { outcome: 'saved', reason: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { outcome: 'refused', reason: whyNot(error) };
    }
  }
}

/** What can be said of a line before it is entered; null where it is to be. A code that slipped to another line is no code of that line. */
function settled({ papers, applications, bloc }: Gathered, { mark, projectName, entries, comment }: FormLine, applicationId: string | null): Settled | null {
  const paper = papers.find(({ code }) => code === readCode(mark));
  const application = applications.find(({ id }) => id === applicationId);
  if (!application || paper?.applicationId !== application.id) return { outcome: 'refused', reason: FOREIGN };
  if (judgedName(bloc, application).normalize('NFKC').trim() !== projectName) return { outcome: 'refused', reason: MOVED };
  return Object.keys(entries).length === 0 && comment === '' ? { outcome: 'empty', reason: null } : null;
}

const FOREIGN = say('编码与申报编号不对应，或不是这位评委的评分表', 'Code and number do not belong together, or it is another judge’s sheet');
