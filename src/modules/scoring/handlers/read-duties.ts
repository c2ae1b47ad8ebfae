import { Injectable } from '@nestjs/common';
import { ApplicationsFacade } from '#modules/applications';
import { boardOf, CallsFacade, countsIn } from '#modules/calls';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import { Duties } from '../domain/assignment/duties.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { AssignmentStore } from '../store/assignment.store.js';

/** What every seat of a call owes: what it was given, and in a bloc of boards only what was handed in to these. */
@Injectable()
export class ReadDuties {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
  ) {}

  async of(callId: string): Promise<Duties> {
    const [duties, { rulebook }] = await Promise.all([this.assignments.duties(callId), this.calls.get(callId)]);
    const apart = rulebook.scoring.stages.flatMap(({ key, blocs }) => blocs.filter(({ boards }) => boards !== undefined).map((bloc) => ({ stageKey: key, blocKey: bloc.key, bloc })));
    if (apart.length === 0) return duties;
    const handedIn = await this.applications.outlines({ callId });
    return duties.without(apart.flatMap(({ bloc, ...panel }) => handedIn.filter(({ categoryKey }) => !countsIn(bloc, boardOf(rulebook, categoryKey))).map(({ id }) => ({ ...panel, applicationId: id }))));
  }

  /** Of some seats of a call, those that hand in one sheet after the other: not by ballot. */
  async scoring(callId: string, seats: readonly PanelSeat[]): Promise<PanelSeat[]> {
    const { rulebook } = await this.calls.get(callId);
    const votes = new Set(rulebook.scoring.stages.flatMap(({ key, blocs }) => blocs.filter(isBallot).map((bloc) => `${key} ${bloc.key}`)));
    return seats.filter(({ stageKey, blocKey }) => !votes.has(`${stageKey} ${blocKey}`));
  }
}
