import { Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import { ContractStore } from './store/contract.store.js';

/** A contract that every party has accepted. `signedOn` is the day in Asia/Shanghai. */
export interface SignedContract {
  readonly contractId: string;
  readonly sha256: string;
  readonly signedAt: Date;
  readonly signedOn: string;
}

/** What other modules ask about contracts. */
@Injectable()
export class ContractsFacade {
  constructor(private readonly contracts: ContractStore) {}

  async signedOf(projectId: string): Promise<SignedContract | null> {
    const signed = (await this.contracts.ofProject(projectId)).find(({ status }) => status === 'signed');
    return signed ? { contractId: signed.id, sha256: signed.sha256, signedAt: signed.signedAt!, signedOn: dayOf(signed.signedAt!) } : null;
  }

  /** Whether a signed contract has this hash: for whoever holds a copy. */
  async byHash(sha256: string): Promise<{ callId: string; number: string; signedAt: Date } | null> {
    const found = await this.contracts.byHash(sha256);
    return found?.status === 'signed' ? { callId: found.callId, number: found.number, signedAt: found.signedAt! } : null;
  }
}
