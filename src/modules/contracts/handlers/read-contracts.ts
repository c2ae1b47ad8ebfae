import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import type { ContractParty } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { noSuchContract } from '../contracts.errors.js';
import type { Acceptance, Contract } from '../domain/contract.js';
import { ContractStore } from '../store/contract.store.js';
import { mayRead, signsOnPaper, speaksFor } from './accept-contract.js';
import { ContractRecordView, type ContractPartyView, type SignedPageView } from './contract.view.js';

@Injectable()
export class ReadContracts {
  constructor(
    private readonly contracts: ContractStore,
    private readonly documents: DocumentsFacade,
  ) {}

  /** Newest first. */
  async ofProject(projectId: string, actor: Actor): Promise<ContractRecordView[]> {
    return Promise.all((await this.contracts.ofProject(projectId)).filter((contract) => mayRead(actor, contract)).map((contract) => this.view(contract, actor)));
  }

  /** @throws DomainError `contract_absent` */
  async one(id: string, actor: Actor): Promise<ContractRecordView> {
    const contract = await this.contracts.find(id);
    if (!contract || !mayRead(actor, contract)) throw noSuchContract();
    return this.view(contract, actor);
  }

  private async view(contract: Contract, actor: Actor): Promise<ContractRecordView> {
    const accepted = await this.contracts.acceptances(contract.id);
    const pages = new Map((await this.documents.many(accepted.flatMap(({ evidenceId }) => evidenceId ?? []))).map(({ id, name }) => [id, { id, name }]));
    const open = contract.status === 'issued';
    const parties = contract.parties.map((party) => partyView(party, accepted.find(({ partyKey }) => partyKey === party.key), pages, open && speaksFor(actor, party, contract)));
    return ContractRecordView.of(contract, parties, open && actor.holdsFor(contract.organisationId, 'applicant'));
  }
}

function partyView(party: ContractParty, accepted: Acceptance | undefined, pages: ReadonlyMap<string, SignedPageView>, speaks: boolean): ContractPartyView {
  const { key, role, title } = party;
  const about = { key, role, title, onPaper: signsOnPaper(party) };
  if (!accepted) return { ...about, signatory: null, acceptedAt: null, page: null, yours: speaks };
  const { signatory, acceptedAt, evidenceId } = accepted;
  return { ...about, signatory, acceptedAt, page: pages.get(evidenceId ?? '') ?? null, yours: false };
}
