import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { IdentityFacade, MOST_UNCONFIRMED, PeopleToBeTold, type Mailing, type Recipients } from '#modules/identity';
import { PreparedMailing, type MailingId, type MailingLetter } from '../domain/mailing.js';
import { mailingLifecycle } from '../domain/mailing.lifecycle.js';
import { MAILING_ROLES } from '../notifications.permissions.js';
import { MailingStore } from '../store/mailing.store.js';

/** Names everybody a letter goes to, once and for all: who joins a role later is not written to, and who was shown is. */
@Injectable()
export class NameRecipients {
  constructor(private readonly identity: IdentityFacade) {}

  async of(to: Recipients): Promise<string[]> {
    if ('address' in to) throw new Error('A mailing goes to accounts; a single address is written to by itself.');
    return 'role' in to ? (await this.identity.accountsWith(to)).map(({ id }) => id) : [...to.accountIds];
  }

  /** Whoever may confirm what this person has prepared. */
  async confirmers(nodePath: string, preparedBy: string): Promise<string[]> {
    const held = await Promise.all(MAILING_ROLES.map((role) => this.identity.accountsWith({ role, nodePath })));
    return [...new Set(held.flat().map(({ id }) => id))].filter((id) => id !== preparedBy);
  }
}

/** Keeps a mailing until it is confirmed. Joins the caller's transaction. */
@Injectable()
export class KeepMailing {
  constructor(
    private readonly mailings: MailingStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run({ by, nodePath, about, key }: Mailing, letters: MailingLetter[], people: number, confirmers: string[]): Promise<void> {
    const mailing = Object.assign(new PreparedMailing(), {
      id: newId<MailingId>(), key, nodePath, about, letters, people, status: mailingLifecycle.table.initial, preparedBy: by, preparedAt: await this.time.now(), decidedBy: null, decidedAt: null, note: null,
    });
    if (!(await this.mailings.insert(mailing))) return;
    await this.audit.record({ action: 'mailing.prepared', subject: { kind: 'mailing', id: mailing.id }, actor: { accountId: by }, facts: { people, key } });
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: confirmers }, kind: 'mailing-waits', link: `/desk/mailings/${mailing.id}`, key: `mailing-waits:${mailing.id}`, facts: { people, about: about.zh, aboutEn: about.en },
      title: say('群发待您确认：{people} 人', 'A mailing to {people} people waits for you'),
      body: say('{about}。发出前请核对收件人和内容；没有确认就不会发出。', '{aboutEn}. Please look over the recipients and the words; nothing goes out before that.'),
    });
  }
}

/** Sends letters to a few at once; to more, they wait, and whoever can confirm them is told. */
@Injectable()
export class PrepareMailing {
  constructor(
    private readonly tx: Transaction,
    private readonly naming: NameRecipients,
    private readonly keeping: KeepMailing,
    private readonly events: Events,
  ) {}

  run(mailing: Mailing): Promise<void> {
    return this.tx.run(async () => {
      const letters: MailingLetter[] = [];
      for (const letter of mailing.letters) letters.push({ ...letter, to: { accountIds: await this.naming.of(letter.to) } });
      const people = new Set(letters.flatMap(({ to }) => to.accountIds)).size;
      if (people > MOST_UNCONFIRMED) await this.keeping.run(mailing, letters, people, await this.naming.confirmers(mailing.nodePath, mailing.by));
      else for (const letter of letters) await this.events.tell(PeopleToBeTold, letter);
    });
  }
}
