import { Injectable } from '@nestjs/common';
import { ApplicationsFacade } from '#modules/applications';
import { boardOf, CallsFacade, countsIn, type CallView } from '#modules/calls';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import { Duties } from '../domain/assignment/duties.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { AssignmentStore, type OwnDuty } from '../store/assignment.store.js';

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

  /**
   * What one seat owes on one application, without reading what others do. The same is asked whatever the answer is: what was given to
   * others must not take longer than what is not there.
   */
  async ofSeat(seat: PanelSeat, applicationId: string, hold: boolean): Promise<{ readonly duty: OwnDuty | null; readonly call: CallView }> {
    const [duty, call] = await Promise.all([this.assignments.duty(seat, applicationId, hold), this.calls.get(seat.callId)]);
    const { rulebook } = call;
    const bloc = rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)?.blocs.find(({ key }) => key === seat.blocKey);
    if (!duty || bloc?.boards === undefined) return { duty, call };
    const [handedIn] = await this.applications.outlines({ ids: [applicationId] });
    return { call, duty: { ...duty, owed: duty.owed && handedIn !== undefined && countsIn(bloc, boardOf(rulebook, handedIn.categoryKey)) } };
  }

  /** Of some seats of a call, those that hand in one sheet after the other: not by ballot. */
  async scoring(callId: string, seats: readonly PanelSeat[]): Promise<PanelSeat[]> {
    const { rulebook } = await this.calls.get(callId);
    const votes = new Set(rulebook.scoring.stages.flatMap(({ key, blocs }) => blocs.filter(isBallot).map((bloc) => `${key} ${bloc.key}`)));
    return seats.filter(({ stageKey, blocKey }) => !votes.has(`${stageKey} ${blocKey}`));
  }
}
