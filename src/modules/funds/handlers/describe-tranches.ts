import { Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import type { Sentence } from '#libs/errors';
import { CallsFacade, type CallView } from '#modules/calls';
import { ProjectsFacade, type ProjectView } from '#modules/projects';
import { trancheLifecycle } from '../domain/tranche.lifecycle.js';
import { CLOSED, type Tranche } from '../domain/tranche.js';
import { JudgeGate, type JudgedTranche } from './judge-gate.js';
import { inWords, sinceOf, type TrancheRow } from './tranche.view.js';

interface Around {
  readonly project: Pick<ProjectView, 'number' | 'name' | 'organisationName'>;
  readonly call: CallView;
  readonly judged: JudgedTranche | null;
}

/** Puts payments into the words that lists and pages show: whose they are, what they wait for, by when they are due. */
@Injectable()
export class DescribeTranches {
  constructor(
    private readonly gate: JudgeGate,
    private readonly projects: ProjectsFacade,
    private readonly calls: CallsFacade,
  ) {}

  async rows(tranches: readonly Tranche[]): Promise<TrancheRow[]> {
    const projects = new Map((await this.projects.many([...new Set(tranches.map(({ projectId }) => projectId))])).map((project) => [project.id, project]));
    const calls = new Map<string, CallView>();
    for (const id of new Set(tranches.map(({ callId }) => callId))) calls.set(id, await this.calls.get(id));
    const rows: TrancheRow[] = [];
    for (const tranche of tranches) {
      const judged = CLOSED.includes(tranche.status) ? null : await this.gate.run(tranche);
      rows.push(await this.row(tranche, { project: projects.get(tranche.projectId)!, call: calls.get(tranche.callId)!, judged }));
    }
    return rows;
  }

  /** One payment that was judged already. */
  async one(tranche: Tranche, judged: JudgedTranche): Promise<TrancheRow> {
    return this.row(tranche, { project: judged.project, call: await this.calls.get(tranche.callId), judged: CLOSED.includes(tranche.status) ? null : judged });
  }

  private async row(tranche: Tranche, { project, call, judged }: Around): Promise<TrancheRow> {
    const { id, projectId, organisationId, callId, number, key, title, amountFen, payFen, atActual, status, paidOn, bankReference, reason } = tranche;
    const waitsFor: Sentence[] = judged ? judged.verdict.reasons.filter(({ met }) => !met).map(inWords) : [];
    return {
      id, projectId, projectNumber: project.number, projectName: project.name, organisationId, organisationName: project.organisationName, callId, callTitle: call.title,
      number, key, title, amountFen, payFen, atActual, status, label: trancheLifecycle.label(status), since: sinceOf(tranche),
      dueOn: judged?.openedAt && tranche.requestedAt ? await this.dueOn(call, key, judged.openedAt) : null,
      open: judged?.verdict.open ?? null, waitsFor, returned: status === 'requested' && reason !== null, paidOn, bankReference, reason,
    };
  }

  /** The rulebook's time for paying, from the day on which the last condition was met. */
  private async dueOn({ rulebook }: CallView, key: string, openedAt: Date): Promise<string | null> {
    const term = rulebook.tranches.tranches.find((each) => each.key === key)?.pay;
    return term ? (await this.calls.calendar()).foreseen().period({ start: dayOf(openedAt), ...term }).last : null;
  }
}
