import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import type { ContractParty } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade, NothingLeftToDo } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import { alreadyAccepted, evidenceNeeded, noSuchContract, notThisParty } from '../contracts.errors.js';
import { ContractSigned } from '../contracts.events.js';
import { Acceptance, type Contract } from '../domain/contract.js';
import { contractLifecycle } from '../domain/contract.lifecycle.js';
import { ContractStore } from '../store/contract.store.js';

export interface Acceptation {
  readonly partyKey: string;
  /** Who signs, as on paper. */
  readonly signatory: string;
  /** For a party that is not on the platform. */
  readonly evidenceId?: string;
}

export const mayRead = (actor: Actor, { nodePath, organisationId }: Contract): boolean =>
  actor.holdsAt(nodePath, 'officer', 'finance_maker', 'finance_approver', 'evaluator', 'auditor') || actor.holdsFor(organisationId, 'applicant');

/** A party without an account: an officer uploads the page that it has signed. */
export const signsOnPaper = ({ role }: ContractParty): boolean => role !== 'grantee' && role !== 'funder';

/** The grantee speaks for itself; for everybody else an officer does, with the page that the party has signed. */
export const speaksFor = (actor: Actor, { role }: ContractParty, { nodePath, organisationId }: Contract): boolean =>
  role === 'grantee' ? actor.holdsFor(organisationId, 'applicant') : actor.holdsAt(nodePath, 'officer');

/** Writes an acceptance down, with the page that a party without an account has signed. */
@Injectable()
export class RecordAcceptance {
  constructor(
    private readonly contracts: ContractStore,
    private readonly documents: DocumentsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run(contract: Contract, party: ContractParty, { signatory, evidenceId }: Acceptation, actor: Actor): Promise<void> {
    const { key } = party;
    if ((await this.contracts.acceptances(contract.id)).some(({ partyKey }) => partyKey === key)) throw alreadyAccepted();
    if (signsOnPaper(party) && evidenceId === undefined) throw evidenceNeeded();
    const { id, nodePath, organisationId, sha256 } = contract;
    if (evidenceId !== undefined) await this.documents.attach([evidenceId], { kind: 'contract', id }, { audience: 'organisation', nodePath, organisationId }, actor);
    await this.contracts.addAcceptance(Object.assign(new Acceptance(), {
      contractId: id, partyKey: key, signatory, acceptedBy: actor.accountId, evidenceId: evidenceId ?? null, acceptedAt: await this.time.now(),
    }));
    await this.audit.record({ action: 'contract.accepted', subject: { kind: 'contract', id }, actor, facts: { party: key, sha256, evidenceId: evidenceId ?? null } });
    if (party.role === 'grantee') await this.events.tell(NothingLeftToDo, { asked: [`contract-issued:${id}`] });
  }
}

/** Once nobody is missing it is signed, and the project carries its hash. */
@Injectable()
export class SignContract {
  constructor(
    private readonly contracts: ContractStore,
    private readonly projects: ProjectsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run(contract: Contract, actor: Actor): Promise<Contract> {
    const accepted = await this.contracts.acceptances(contract.id);
    const missing = contract.parties.filter(({ key }) => !accepted.some(({ partyKey }) => partyKey === key)).length;
    if (missing > 0) return contract;
    const now = await this.time.now();
    contractLifecycle.move(contract, 'sign', { actor, now, missing });
    contract.signedAt = now;
    await this.contracts.save(contract);
    const { id, projectId, callId, sha256, startsOn, endsOn } = contract;
    await this.audit.record({ action: 'contract.signed', subject: { kind: 'contract', id }, actor, facts: { projectId, sha256 } });
    await this.projects.recordContract(projectId, { contractId: id, sha256, signedOn: dayOf(now), startsOn, endsOn }, actor);
    await this.events.tell(ContractSigned, { contractId: id, projectId, callId, sha256 });
    return contract;
  }
}

/** A party accepts the very text under the hash, with a fresh second factor. */
@Injectable()
export class AcceptContract {
  constructor(
    private readonly tx: Transaction,
    private readonly contracts: ContractStore,
    private readonly identity: IdentityFacade,
    private readonly records: RecordAcceptance,
    private readonly signing: SignContract,
  ) {}

  /** @throws DomainError `second_factor_needed`, `contract_absent`, `party_absent`, `already_accepted`, `evidence_needed`, `wrong_state` */
  run(contractId: string, acceptation: Acceptation, actor: Actor): Promise<Contract> {
    this.identity.requireFreshFactor(actor);
    return this.tx.run(async () => {
      const contract = await this.contracts.lock(contractId);
      if (!contract || !mayRead(actor, contract)) throw noSuchContract();
      const party = contract.parties.find(({ key }) => key === acceptation.partyKey);
      if (!party || !speaksFor(actor, party, contract)) throw notThisParty();
      await this.records.run(contract, party, acceptation, actor);
      return this.signing.run(contract, actor);
    });
  }
}

/** The grantee sends it back with what it wants changed; the officer draws up a new version. */
@Injectable()
export class DeclineContract {
  constructor(
    private readonly tx: Transaction,
    private readonly contracts: ContractStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError `contract_absent`, `wrong_state`, `reason_needed` */
  run(contractId: string, reason: string, actor: Actor): Promise<Contract> {
    return this.tx.run(async () => {
      const contract = await this.contracts.lock(contractId);
      if (!contract || !actor.holdsFor(contract.organisationId, 'applicant')) throw noSuchContract();
      contractLifecycle.move(contract, 'decline', { actor, now: await this.time.now(), missing: 0, reason });
      contract.reason = reason;
      await this.contracts.save(contract);
      await this.audit.record({ action: 'contract.declined', subject: { kind: 'contract', id: contractId }, actor, facts: { reason } });
      await this.events.tell(NothingLeftToDo, { asked: [`contract-issued:${contractId}`] });
      return contract;
    });
  }
}
