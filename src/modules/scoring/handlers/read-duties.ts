import { Injectable } from '@nestjs/common';
import { ApplicationsFacade } from '#modules/applications';
import { boardOf, CallsFacade, countsIn } from '#modules/calls';
import { Duties } from '../domain/assignment/duties.js';
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
}
