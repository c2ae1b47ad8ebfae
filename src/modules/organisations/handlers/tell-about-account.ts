import { Injectable } from '@nestjs/common';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { NothingLeftToDo, PeopleToBeTold } from '#modules/identity';
import { bankAccountLifecycle, type BankAccount } from '../domain/bank-account.js';
import type { Organisation } from '../domain/organisation.js';

/** Tells finance of an account to be verified, and the organisation of what came of it. */
@Injectable()
export class TellAboutAccount {
  constructor(private readonly events: Events) {}

  async proposed({ id, bankName, masked }: BankAccount, { id: organisationId, nodePath, name }: Pick<Organisation, 'id' | 'nodePath' | 'name'>): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'finance_maker', nodePath }, kind: 'bank-account-proposed', title: say('收款账户待核验：{name}', 'A bank account to verify: {name}'),
      body: say('{bankName} {masked}。请与开户证明核对后通过或退回。', '{bankName} {masked}. Please compare it with its papers.'), link: `/desk/organisations/${organisationId}?tab=accounts`,
      key: `bank-account-proposed:${id}`, facts: { name, bankName, masked },
    });
  }

  async decided({ id, organisationId, bankName, masked, status, note }: BankAccount): Promise<void> {
    const label = bankAccountLifecycle.label(status);
    await this.events.tell(NothingLeftToDo, { asked: [`bank-account-proposed:${id}`] });
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind: `bank-account-${status}`, title: say('收款账户{status}', 'Bank account: {statusEn}'),
      body: say('{bankName} {masked}：{status}。{note}', '{bankName} {masked}: {statusEn}. {note}'), link: '/desk/my-organisations', key: `bank-account-${status}:${id}`,
      facts: { bankName, masked, status: label.zh, statusEn: label.en, note: note ?? '' },
    });
  }
}
