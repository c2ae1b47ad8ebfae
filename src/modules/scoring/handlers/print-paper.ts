import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import type { ApplicationView } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import { judgedName } from '../domain/blind/judged-name.js';
import { PaperSheet } from '../domain/paper/paper-sheet.js';
import { newCode } from '../domain/short-code.js';
import { PaperStore } from '../store/paper.store.js';
import { HoldPaperSeat } from './hold-paper.js';
import type { PaperBookletView } from './paper.view.js';
import { GatherPaper } from './read-paper-rows.js';
import { ShowApplication } from './show-application.js';

type Gathered = Awaited<ReturnType<GatherPaper['of']>>;

/** Gives each sheet its code, once. Joins the caller's transaction. */
@Injectable()
export class IssueCodes {
  constructor(
    private readonly papers: PaperStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @param about application ids; null for a ballot. @returns every sheet of the seat */
  async run(seatId: Gathered['seat']['id'], about: readonly (string | null)[], actor: Actor): Promise<PaperSheet[]> {
    const printed = new Set((await this.papers.ofSeats([seatId])).map(({ applicationId }) => applicationId));
    const fresh = about.filter((applicationId) => !printed.has(applicationId));
    const printedAt = await this.time.now();
    for (const applicationId of fresh) await this.papers.insert(Object.assign(new PaperSheet(), { code: newCode(), seatId, applicationId, printedBy: actor.accountId, printedAt }));
    await this.audit.record({ action: 'paper.printed', subject: { kind: 'panel_seat', id: seatId }, actor, facts: { sheets: about.length, fresh: fresh.length } });
    return this.papers.ofSeats([seatId]);
  }
}

/** What she has declared to be free of, and has not handed in. */
export const unscoredOf = ({ applications, declarations, sheets }: Pick<Gathered, 'applications' | 'declarations' | 'sheets'>): ApplicationView[] =>
  applications.filter(({ id }) => declarations.find(({ applicationId }) => applicationId === id)?.verdict === 'none' && !sheets.some(({ applicationId, status }) => applicationId === id && status === 'submitted'));

@Injectable()
export class ShowPages {
  constructor(
    private readonly showing: ShowApplication,
    private readonly identity: IdentityFacade,
  ) {}

  async run({ seat, bloc, ballot }: Gathered, call: CallView, applications: readonly ApplicationView[], papers: readonly PaperSheet[]): Promise<PaperBookletView> {
    const codes = new Map(papers.map(({ applicationId, code }) => [applicationId, code]));
    const pages = [];
    for (const application of applications) pages.push({ code: codes.get(application.id) ?? '', number: application.number!, projectName: judgedName(bloc, application), application: await this.showing.run({ application, call, bloc }) });
    const guest = await this.identity.person(seat.accountId);
    return {
      seatId: seat.id, alias: seat.alias, name: guest!.name, callTitle: call.title, stageTitle: call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!.title,
      blocTitle: bloc.title, ballot, ballotCode: codes.get(null) ?? null, partial: isBallot(bloc) && bloc.aggregation.partial === 'allowed', criteria: bloc.criteria, pages,
    };
  }
}

/** What an officer prints for a guest: only what she has declared that nothing ties her to, as blind as her panel is, a code on each sheet. */
@Injectable()
export class PrintPaper {
  constructor(
    private readonly tx: Transaction,
    private readonly seats: HoldPaperSeat,
    private readonly gathering: GatherPaper,
    private readonly codes: IssueCodes,
    private readonly pages: ShowPages,
  ) {}

  /** @throws DomainError `seat_absent`, `own_panel`, `nothing_to_print` */
  run(callId: string, seatId: string, actor: Actor): Promise<PaperBookletView> {
    return this.tx.run(async () => {
      const { seat, call } = await this.seats.run(callId, seatId, actor);
      const gathered = await this.gathering.of(seat, call);
      const free = unscoredOf(gathered);
      if (free.length === 0) throw refused('nothing_to_print', say('没有可打印的评分表：请先录入评委签字的利益冲突声明；已提交的不再打印', 'There is nothing to print: bring in her signed declaration first; what is handed in is not printed again'));
      const papers = await this.codes.run(seat.id, gathered.ballot ? [null] : free.map(({ id }) => id), actor);
      return this.pages.run(gathered, call, free, papers);
    });
  }
}
