import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { CallsFacade, type CallView } from '#modules/calls';
import type { Wish } from '../domain/assignment/propose.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { namesAreRedacted } from '../domain/blind/judged-name.js';
import { noSuchSheet } from '../scoring.errors.js';
import { AssignmentStore } from '../store/assignment.store.js';
import { PanelStore } from '../store/panel.store.js';
import { ReadCases } from './gather-plan.js';
import type { WishesView } from './invitation.view.js';

/** A seat with what may be wished for from it: nothing any more once the panel's assignment stands. */
@Injectable()
export class HoldWishes {
  constructor(
    private readonly panels: PanelStore,
    private readonly calls: CallsFacade,
    private readonly assignments: AssignmentStore,
  ) {}

  /** @throws DomainError `sheet_absent` for a seat of somebody else */
  async of(seatId: string, actor: Actor): Promise<{ seat: PanelSeat; call: CallView; open: boolean }> {
    const seat = await this.panels.seat(seatId);
    if (seat?.status !== 'seated' || seat.accountId !== actor.accountId) throw noSuchSheet();
    const [call, round, plan] = await Promise.all([this.calls.get(seat.callId), this.panels.stage(seat.callId, seat.stageKey), this.assignments.plan(seat)]);
    return { seat, call, open: plan === null && round?.status !== 'sealed' };
  }
}

/** A member of a panel says what she would rather review. It weighs in the assignment and is seen by nobody else of the panel. */
@Injectable()
export class StateWishes {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldWishes,
    private readonly cases: ReadCases,
    private readonly assignments: AssignmentStore,
    private readonly time: DatabaseTime,
  ) {}

  async read(seatId: string, actor: Actor): Promise<WishesView> {
    const { seat, call, open } = await this.holding.of(seatId, actor);
    const [outlines, wishes] = await Promise.all([this.cases.of(seat.callId, seat.stageKey), this.assignments.wishes(seat)]);
    const own = new Map(wishes.filter((wish) => wish.seatId === seat.id).map(({ applicationId, wish }) => [applicationId, wish]));
    const stage = call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!;
    const bloc = stage.blocs.find(({ key }) => key === seat.blocKey)!;
    const titles = new Map(call.rulebook.categories.map(({ key, title }) => [key, title]));
    return {
      seatId: seat.id, callTitle: call.title, stageTitle: stage.title, open,
      applications: outlines.map(({ id, number, projectName, categoryKey }) => ({ applicationId: id, name: namesAreRedacted(bloc) ? number : `${number} ${projectName}`, category: titles.get(categoryKey) ?? say('', ''), wish: own.get(id) ?? null })),
    };
  }

  /** @throws DomainError `sheet_absent`, `wishes_closed` */
  state(seatId: string, applicationId: string, wish: Wish | null, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { seat, open } = await this.holding.of(seatId, actor);
      if (!open) throw refused('wishes_closed', say('已经分配，意愿不能再改', 'The assignment stands; wishes cannot change any more'));
      if (!(await this.cases.of(seat.callId, seat.stageKey)).some(({ id }) => id === applicationId)) throw noSuchSheet();
      await this.assignments.saveWish({ seatId: seat.id, applicationId }, wish, await this.time.now());
    });
  }
}
