import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { noSuchContract } from '../contracts.errors.js';
import type { Contract } from '../domain/contract.js';
import { contractLifecycle } from '../domain/contract.lifecycle.js';
import { ContractStore } from '../store/contract.store.js';
import { mayRead } from './accept-contract.js';

export class PartyView {
  @Shown() key: string;
  @Shown() role: string;
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: String }) signatory: string | null;
  @Shown({ nullable: true, type: Date }) acceptedAt: Date | null;
}

export class ContractRecordView {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() number: string;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ description: '分 fen' }) amountFen: number;
  @Shown() startsOn: string;
  @Shown() endsOn: string;
  @Shown() dueOn: string;
  @Shown() documentId: string;
  @Shown({ description: 'SHA-256 of the PDF' }) sha256: string;
  @Shown({ nullable: true, type: Date }) signedAt: Date | null;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ type: [PartyView] }) parties: PartyView[];
}

@Injectable()
export class ReadContracts {
  constructor(private readonly contracts: ContractStore) {}

  /** Newest first. */
  async ofProject(projectId: string, actor: Actor): Promise<ContractRecordView[]> {
    return Promise.all((await this.contracts.ofProject(projectId)).filter((contract) => mayRead(actor, contract)).map((contract) => this.view(contract)));
  }

  /** @throws DomainError `contract_absent` */
  async one(id: string, actor: Actor): Promise<ContractRecordView> {
    const contract = await this.contracts.find(id);
    if (!contract || !mayRead(actor, contract)) throw noSuchContract();
    return this.view(contract);
  }

  private async view(contract: Contract): Promise<ContractRecordView> {
    const accepted = await this.contracts.acceptances(contract.id);
    const parties = contract.parties.map(({ key, role, title }) => {
      const found = accepted.find(({ partyKey }) => partyKey === key);
      return { key, role, title, signatory: found?.signatory ?? null, acceptedAt: found?.acceptedAt ?? null };
    });
    const { id, projectId, number, status, amountFen, startsOn, endsOn, dueOn, documentId, sha256, signedAt, reason } = contract;
    return { id, projectId, number, status, label: contractLifecycle.label(status), amountFen, startsOn, endsOn, dueOn, documentId, sha256, signedAt, reason, parties };
  }
}
