import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isId, Transaction } from '#libs/database';
import { Acceptance, Contract, type ContractId } from '../domain/contract.js';

@Injectable()
export class ContractStore {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<Contract | null> {
    return isId(id) ? this.tx.reader.getRepository(Contract).findOneBy({ id: id as ContractId }) : null;
  }

  async lock(id: string): Promise<Contract | null> {
    return isId(id) ? this.tx.manager.getRepository(Contract).findOne({ where: { id: id as ContractId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  /** Newest first. */
  ofProject(projectId: string): Promise<Contract[]> {
    return this.tx.reader.getRepository(Contract).find({ where: { projectId }, order: { ordinal: 'DESC' } });
  }

  /** Every version of each, oldest first. */
  ofProjects(projectIds: readonly string[]): Promise<Contract[]> {
    return this.tx.reader.getRepository(Contract).find({ where: { projectId: In([...projectIds]) }, order: { ordinal: 'ASC' } });
  }

  byHash(sha256: string): Promise<Contract | null> {
    return this.tx.reader.getRepository(Contract).findOneBy({ sha256 });
  }

  async insert(contract: Contract): Promise<void> {
    await this.tx.manager.insert(Contract, contract as never);
  }

  async save({ id, status, signedAt, reason }: Contract): Promise<void> {
    await this.tx.manager.update(Contract, { id }, { status, signedAt, reason });
  }

  acceptances(contractId: string): Promise<Acceptance[]> {
    return this.tx.reader.getRepository(Acceptance).find({ where: { contractId: contractId as ContractId }, order: { acceptedAt: 'ASC' } });
  }

  async addAcceptance(acceptance: Acceptance): Promise<void> {
    await this.tx.manager.insert(Acceptance, acceptance);
  }
}
