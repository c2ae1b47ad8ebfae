import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { PdfRenderer } from '#libs/documents';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { splitByPercentages, fen } from '#libs/money';
import { CallsFacade, type Rulebook } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { NothingLeftToDo, PeopleToBeTold } from '#modules/identity';
import { noSuchProject, ProjectsFacade, type ProjectView } from '#modules/projects';
import { conditionWords, contractText } from '../domain/contract-text.js';
import { Contract, type ContractId } from '../domain/contract.js';
import { contractLifecycle } from '../domain/contract.lifecycle.js';
import { daysReversed, notToBeContracted } from '../contracts.errors.js';
import { ContractStore } from '../store/contract.store.js';

const TEMPLATE = readFileSync(new URL('../templates/contract.typ', import.meta.url), 'utf8');

/** Days in Asia/Shanghai, both included. */
export interface ContractTerm {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The contract's text out of the rulebook and the project, as a PDF that never changes again. */
@Injectable()
export class PrintContract {
  constructor(
    private readonly calls: CallsFacade,
    private readonly pdf: PdfRenderer,
    private readonly time: DatabaseTime,
  ) {}

  async run(project: ProjectView, number: string, term: ContractTerm): Promise<{ pdf: Buffer; rulebook: Rulebook; issuedAt: Date; dueOn: string }> {
    const { rulebook } = await this.calls.get(project.callId);
    const issuedAt = await this.time.now();
    const text = contractText(rulebook, {
      number, ...term, projectName: project.name, projectNumber: project.number, granteeName: project.organisationName, amountFen: project.awardedFen,
      totalFen: project.totalFen, budget: project.budget, tranches: tranchesOf(rulebook, project.awardedFen),
    });
    const { days, unit, countFirstDay } = rulebook.contract.sign;
    const { last } = (await this.calls.calendar()).period({ start: dayOf(issuedAt), days, unit, countFirstDay });
    return { pdf: await this.pdf.render({ source: TEMPLATE }, { issuedAt, ...text }), rulebook, issuedAt, dueOn: last };
  }
}

function tranchesOf({ tranches: { by, tranches } }: Rulebook, awardedFen: number): { title: string; amountFen: number; conditions: string }[] {
  const sums = by === 'percent' ? splitByPercentages(fen(awardedFen), tranches.map(({ percent }) => percent!)) : tranches.map((tranche) => tranche.fen!);
  return tranches.map(({ title, conditions }, at) => ({ title: title.zh, amountFen: sums[at]!, conditions: conditionWords(conditions) }));
}

/** Writes an issued version down; what was issued before and is not signed gives way. */
@Injectable()
export class IssueContract {
  constructor(
    private readonly tx: Transaction,
    private readonly contracts: ContractStore,
    private readonly documents: DocumentsFacade,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  run(contract: Contract, pdf: Buffer, actor: Actor): Promise<Contract> {
    return this.tx.run(async () => {
      for (const before of await this.contracts.ofProject(contract.projectId)) {
        if (!['issued', 'declined'].includes(before.status)) continue;
        contractLifecycle.move(before, 'supersede', { actor, now: contract.issuedAt, missing: 0 });
        await this.contracts.save(before);
        await this.events.tell(NothingLeftToDo, { asked: [`contract-issued:${before.id}`] });
      }
      const { id, projectId, nodePath, organisationId, number, ordinal } = contract;
      const document = await this.documents.store({
        name: `资助协议-${number}.pdf`, mediaType: 'application/pdf', content: pdf, owner: { kind: 'contract', id }, audience: 'organisation', nodePath, organisationId,
      }, actor);
      Object.assign(contract, { documentId: document.id, sha256: document.sha256 });
      await this.contracts.insert(contract);
      await this.audit.record({ action: 'contract.issued', subject: { kind: 'contract', id }, actor, facts: { projectId, number, ordinal, sha256: document.sha256 } });
      await this.events.tell(PeopleToBeTold, {
        to: { role: 'applicant', subjectId: organisationId }, kind: 'contract-issued', link: `/desk/projects/${projectId}?tab=contract`, key: `contract-issued:${id}`,
        title: say('请确认资助协议 {number}', 'Please accept contract {number}'), body: say('协议已起草，请在 {dueOn} 前核对并确认。', 'The contract is drawn up; please check and accept it by {dueOn}.'),
        facts: { number, dueOn: contract.dueOn },
      });
      return contract;
    });
  }
}

/** An officer draws up the contract of an opened project, or a new version after it was declined. */
@Injectable()
export class DrawUpContract {
  constructor(
    private readonly projects: ProjectsFacade,
    private readonly contracts: ContractStore,
    private readonly printing: PrintContract,
    private readonly issuing: IssueContract,
  ) {}

  /** @throws DomainError `contract_absent`, `not_to_be_contracted`, `days_reversed`; the calendar's for a year without a notice */
  async run(projectId: string, term: ContractTerm, actor: Actor): Promise<Contract> {
    const { project, ordinal, number } = await this.next(projectId, term, actor);
    const { pdf, rulebook, issuedAt, dueOn } = await this.printing.run(project, number, term);
    const { callId, nodePath, organisationId, awardedFen } = project;
    const contract = Object.assign(new Contract(), {
      id: newId<ContractId>(), projectId, callId, nodePath, organisationId, ordinal, number, status: 'issued', amountFen: awardedFen, ...term,
      parties: rulebook.contract.parties, dueOn, issuedBy: actor.accountId, issuedAt, signedAt: null, reason: null,
    });
    return this.issuing.run(contract, pdf, actor);
  }

  /** The text as it would be issued now, for reading over; nothing is kept. @throws as `run` */
  async preview(projectId: string, term: ContractTerm, actor: Actor): Promise<Buffer> {
    const { project, number } = await this.next(projectId, term, actor);
    return (await this.printing.run(project, number, term)).pdf;
  }

  private async next(projectId: string, term: ContractTerm, actor: Actor): Promise<{ project: ProjectView; ordinal: number; number: string }> {
    const project = await this.projects.get(projectId);
    if (!actor.holdsAt(project.nodePath, 'officer')) throw noSuchProject();
    if (project.status !== 'opened') throw notToBeContracted();
    if (term.endsOn <= term.startsOn) throw daysReversed();
    const ordinal = (await this.contracts.ofProject(projectId)).length + 1;
    return { project, ordinal, number: `${project.number}-C${ordinal}` };
  }
}
