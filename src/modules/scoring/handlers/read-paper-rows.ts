import { Injectable } from '@nestjs/common';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import type { CallView, ScoreBloc } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { judgedName } from '../domain/blind/judged-name.js';
import type { PaperSheet } from '../domain/paper/paper-sheet.js';
import type { ConflictDeclaration, PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import { PaperStore } from '../store/paper.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { votes } from './hold-paper.js';
import { MarkPaper, standingOf } from './mark-paper.js';
import type { PaperMarkView, PaperRowView, PaperSeatView } from './paper.view.js';
import { ReadDuties } from './read-duties.js';

interface Known {
  readonly seat: PanelSeat;
  readonly bloc: ScoreBloc;
  readonly ballot: boolean;
  readonly applications: readonly ApplicationView[];
  readonly declarations: readonly ConflictDeclaration[];
  readonly sheets: readonly ScoreSheet[];
  readonly papers: readonly PaperSheet[];
  readonly marks: Awaited<ReturnType<MarkPaper['of']>>;
}

/** What one guest has before her, and how far her paper has come. */
@Injectable()
export class GatherPaper {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly papers: PaperStore,
    private readonly applications: ApplicationsFacade,
    private readonly owing: ReadDuties,
  ) {}

  async of(seat: PanelSeat, call: CallView): Promise<Omit<Known, 'marks'>> {
    const [round, duties] = await Promise.all([this.panels.stage(seat.callId, seat.stageKey), this.owing.of(seat.callId)]);
    const ids = (round?.applicationIds ?? []).filter((id) => duties.includes(seat, id));
    const [applications, declared, sheets, papers] = await Promise.all([this.applications.many(ids), this.panels.declarations(ids), this.sheets.ofSeats([seat.id]), this.papers.ofSeats([seat.id])]);
    return {
      seat, bloc: call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!.blocs.find(({ key }) => key === seat.blocKey)!, ballot: votes(call, seat),
      applications: [...applications].sort((a, b) => (a.number! < b.number! ? -1 : 1)), declarations: declared.filter(({ accountId }) => accountId === seat.accountId), sheets, papers,
    };
  }
}

@Injectable()
export class ReadPaperRows {
  constructor(
    private readonly gathering: GatherPaper,
    private readonly marking: MarkPaper,
    private readonly identity: IdentityFacade,
  ) {}

  async run(seat: PanelSeat, call: CallView): Promise<PaperSeatView> {
    const gathered = await this.gathering.of(seat, call);
    const known: Known = { ...gathered, marks: await this.marking.of(gathered.papers.map(({ code }) => code)) };
    const name = (await this.identity.person(seat.accountId))?.name ?? seat.alias;
    return { seatId: seat.id, alias: seat.alias, name, blocTitle: known.bloc.title, ballot: known.ballot, ...ballotOf(known), rows: known.applications.map((application) => rowOf(application, known)) };
  }
}

/** Of one paper sheet: its code, who brought it in, and how it stands before these sheets. */
function paperOf(paper: PaperSheet | undefined, sheets: readonly ScoreSheet[], { marks }: Known): Pick<PaperRowView, 'code' | 'standing' | 'mark'> {
  const marked = paper && marks.get(paper.code);
  const version = sheets.reduce((sum, sheet) => sum + sheet.version, 0);
  return { code: paper?.code ?? null, standing: standingOf(marked?.entries ?? [], version, sheets), mark: marked?.mark ?? null };
}

const ballotOf = (known: Known): Pick<PaperSeatView, 'code' | 'standing' | 'mark'> =>
  paperOf(known.papers.find(({ applicationId }) => known.ballot && applicationId === null), known.ballot ? known.sheets : [], known);

function rowOf(application: ApplicationView, known: Known): PaperRowView {
  const { bloc, declarations, sheets, papers } = known;
  const about = ({ applicationId }: { applicationId: string | null }) => applicationId === application.id;
  return {
    applicationId: application.id, number: application.number!, projectName: judgedName(bloc, application), organisationName: bloc.blind === 'open' ? application.organisationName : null,
    conflict: declarations.find(about)?.verdict ?? null, ...paperOf(papers.find(about), sheets.filter(about), known),
  };
}

/** Who brought in the paper of some seats: by `seat application`, and a ballot's by its seat alone. */
@Injectable()
export class ReadPaperMarks {
  constructor(
    private readonly papers: PaperStore,
    private readonly marking: MarkPaper,
  ) {}

  async of(seatIds: readonly string[]): Promise<ReadonlyMap<string, PaperMarkView>> {
    if (seatIds.length === 0) return new Map();
    const sheets = await this.papers.ofSeats(seatIds);
    const marks = await this.marking.of(sheets.map(({ code }) => code));
    return new Map(sheets.flatMap(({ code, seatId, applicationId }) => {
      const mark = marks.get(code)?.mark;
      return mark ? [[applicationId === null ? seatId : `${seatId} ${applicationId}`, mark] as const] : [];
    }));
  }
}
