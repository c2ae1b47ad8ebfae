import { Injectable } from '@nestjs/common';
import { IsNull, Not, QueryFailedError } from 'typeorm';
import { isId, Transaction } from '#libs/database';
import { CallAdmission, CallInvitation } from '../domain/admission/admission.js';
import { noSuchOrganisation } from '../calls.errors.js';
import type { CallId } from '../domain/call.js';

/** PostgreSQL: a foreign key finds nothing. */
const NO_SUCH_ROW = '23503';

@Injectable()
export class AdmissionStore {
  constructor(private readonly tx: Transaction) {}

  find(callId: string): Promise<CallAdmission | null> {
    return this.tx.reader.getRepository(CallAdmission).findOneBy({ callId: callId as CallId });
  }

  async keep(admission: CallAdmission): Promise<void> {
    await this.tx.manager.upsert(CallAdmission, admission, ['callId']);
  }

  /** Those that may begin an application, in the order in which they were let in. */
  invitations(callId: string): Promise<CallInvitation[]> {
    return this.read.find({ where: { callId: callId as CallId, endedAt: IsNull() }, order: { addedAt: 'ASC', organisationId: 'ASC' } });
  }

  /** Whether the organisation is let in. */
  async admits(callId: string, organisationId: string): Promise<boolean> {
    return isId(organisationId) && (await this.read.existsBy({ callId: callId as CallId, organisationId, endedAt: IsNull() }));
  }

  /** Whether it was let in once and an officer took that back. */
  async isUninvited(callId: string, organisationId: string): Promise<boolean> {
    return isId(organisationId) && (await this.read.existsBy({ callId: callId as CallId, organisationId, endedAt: Not(IsNull()) }));
  }

  /** Whether one of the organisations is or was let in. */
  async knows(callId: string, organisationIds: readonly string[]): Promise<boolean> {
    const query = this.read.createQueryBuilder('i').where('i.call_id = :callId and i.organisation_id = any(:ids)', { callId, ids: organisationIds.filter(isId) });
    return (await query.getCount()) > 0;
  }

  /** Answers whether it was not let in before. @throws DomainError `organisation_unknown` */
  async invite(invitation: CallInvitation): Promise<boolean> {
    if (await this.admits(invitation.callId, invitation.organisationId)) return false;
    try {
      await this.tx.manager.upsert(CallInvitation, invitation, ['callId', 'organisationId']);
      return true;
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === NO_SUCH_ROW) throw noSuchOrganisation();
      throw error;
    }
  }

  /** Answers whether it was let in before. */
  async uninvite(callId: string, organisationId: string, endedAt: Date): Promise<boolean> {
    if (!isId(organisationId)) return false;
    const { affected } = await this.tx.manager.update(CallInvitation, { callId: callId as CallId, organisationId, endedAt: IsNull() }, { endedAt });
    return affected === 1;
  }

  private get read() {
    return this.tx.reader.getRepository(CallInvitation);
  }
}
