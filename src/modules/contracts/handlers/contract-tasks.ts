import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { ProjectsFacade, type ProjectView } from '#modules/projects';
import type { Contract } from '../domain/contract.js';
import { ContractStore } from '../store/contract.store.js';
import { speaksFor } from './accept-contract.js';
import type { ContractTaskView } from './contract.view.js';

/** What waits for the reader: contracts to draw up, to draw up anew, and to accept. */
@Injectable()
export class ContractTasks {
  constructor(
    private readonly contracts: ContractStore,
    private readonly projects: ProjectsFacade,
  ) {}

  async of(actor: Actor): Promise<ContractTaskView[]> {
    const opened = await this.projects.opened(scopeOf(actor, 'officer', 'applicant'));
    const newest = new Map<string, Contract>();
    for (const contract of await this.contracts.ofProjects(opened.map(({ id }) => id))) newest.set(contract.projectId, contract);
    const tasks = await Promise.all(opened.map((project) => this.tasks(project, newest.get(project.id), actor)));
    return tasks.flat().sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  }

  private async tasks(project: ProjectView, contract: Contract | undefined, actor: Actor): Promise<ContractTaskView[]> {
    const about = aboutOf(project, contract);
    if (contract?.status === 'issued') return (await this.missing(contract, actor)).map(({ title }) => ({ ...about, task: 'accept', party: title }));
    if (!actor.holdsAt(project.nodePath, 'officer')) return [];
    return [contract ? { ...about, task: 'redraw', dueOn: null, reason: contract.reason } : { ...about, task: 'draw_up' }];
  }

  private async missing(contract: Contract, actor: Actor): Promise<Contract['parties']> {
    const accepted = await this.contracts.acceptances(contract.id);
    return contract.parties.filter((party) => speaksFor(actor, party, contract) && !accepted.some(({ partyKey }) => partyKey === party.key));
  }
}

const aboutOf = ({ id, number, name, organisationName, awardedFen }: ProjectView, contract: Contract | undefined): Omit<ContractTaskView, 'task'> => ({
  projectId: id, projectNumber: number, projectName: name, organisationName, amountFen: awardedFen, number: contract?.number ?? null, dueOn: contract?.dueOn ?? null, party: null, reason: null,
});
