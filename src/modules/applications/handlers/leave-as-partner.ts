import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { mayLeave } from '../domain/partners.js';
import { HoldAsPartner } from './ask-partners.js';
import { PartnerLetters } from './partner-letters.js';

/** A partner that has agreed takes its consent back after the submission. It stays named until the leading organisation has put the parties in order. */
@Injectable()
export class LeaveAsPartner {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldAsPartner,
    private readonly letters: PartnerLetters,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `application_absent`, `partner_stays` */
  run(id: string, { organisationId, reason }: { organisationId: string; reason: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, consent } = await this.holding.run(id, organisationId, actor);
      if (!consent || !mayLeave(application, consent.state)) throw partnerStays(application.status === 'draft');
      const at = await this.time.now();
      await this.holding.note(id, { organisationId, state: 'left', answeredAt: at, answeredBy: actor.accountId, note: reason });
      await this.letters.left(application, organisationId, reason, at);
      await this.audit.record({ action: 'application.partner_left', subject: { kind: 'application', id }, actor, facts: { organisation: organisationId, reason, agreedAt: consent.answeredAt } });
    });
  }
}

const partnerStays = (draft: boolean) => refused('partner_stays', draft
  ? say('申报还没有提交：请改为答复“不参加”', 'It is not submitted yet: answer that your organisation declines')
  : say('只有已同意的单位、在提交之后到资格审查作出决定之前可以退出。之后请与牵头单位和主办方联系', 'Only a partner that has agreed can leave, after the submission and until the screening decides. After that, please talk to the leading organisation and the organiser'));
