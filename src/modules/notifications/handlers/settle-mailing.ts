import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { absent, say } from '#libs/errors';
import { Events } from '#libs/events';
import { IdentityFacade, NothingLeftToDo, PeopleToBeTold, type PersonRow } from '#modules/identity';
import type { MailingLetter, PreparedMailing } from '../domain/mailing.js';
import { mailingLifecycle } from '../domain/mailing.lifecycle.js';
import { inWords } from '../domain/words.js';
import { confirmsAt, MAILING_ROLES } from '../notifications.permissions.js';
import { MailingStore } from '../store/mailing.store.js';
import type { MailingLetterView, MailingRowView, MailingView } from './mailing.view.js';

const noSuchMailing = () => absent('mailing_absent', say('没有找到这次群发', 'There is no such mailing'));

/** What waits to be confirmed, and what became of it. */
@Injectable()
export class ReadMailings {
  constructor(
    private readonly mailings: MailingStore,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  async list(actor: Actor): Promise<MailingRowView[]> {
    const found = await this.mailings.within(scopeOf(actor, ...MAILING_ROLES));
    const names = await this.identity.names(found.flatMap(({ preparedBy, decidedBy }) => [preparedBy, decidedBy]));
    return found.map((mailing) => rowOf(mailing, names, actor));
  }

  /** @throws DomainError `mailing_absent` */
  async one(id: string, actor: Actor): Promise<MailingView> {
    const mailing = await this.mailings.find(id);
    if (!mailing || !confirmsAt(actor, mailing)) throw noSuchMailing();
    const [names, now] = await Promise.all([this.identity.names([mailing.preparedBy, mailing.decidedBy]), this.time.now()]);
    const people = new Map<string, PersonRow>();
    for (const accountId of new Set(mailing.letters.flatMap(({ to }) => to.accountIds))) {
      const person = await this.identity.contact(accountId);
      if (person) people.set(accountId, person);
    }
    const moves = mailingLifecycle.possible(mailing, { actor, now }).map(({ move, label, verdict }) => ({ move, label, allowed: verdict.allowed, reason: verdict.allowed ? null : verdict.sentence }));
    return { ...rowOf(mailing, names, actor), letters: lettersOf(mailing.letters, people), moves };
  }
}

function rowOf({ id, about, people, status, preparedBy, preparedAt, decidedBy, decidedAt, note }: PreparedMailing, names: ReadonlyMap<string, string>, actor: Actor): MailingRowView {
  return { id, about, people, status, label: mailingLifecycle.label(status), preparedBy: names.get(preparedBy) ?? '', preparedAt, decidedBy: decidedBy && (names.get(decidedBy) ?? ''), decidedAt, note, mine: preparedBy === actor.accountId };
}

/** Letters of the same words stand as one, with everybody who gets it. */
function lettersOf(letters: readonly MailingLetter[], people: ReadonlyMap<string, PersonRow>): MailingLetterView[] {
  const alike = new Map<string, { letter: Omit<MailingLetterView, 'to'>; ids: Set<string> }>();
  for (const { title, body, facts, to } of letters) {
    const letter = { title: inWords(title, facts), body: inWords(body, facts) };
    const known = alike.get(JSON.stringify(letter)) ?? { letter, ids: new Set<string>() };
    to.accountIds.forEach((id) => known.ids.add(id));
    alike.set(JSON.stringify(letter), known);
  }
  return [...alike.values()].map(({ letter, ids }) => ({ ...letter, to: [...ids].flatMap((id) => people.get(id) ?? []).map(({ name, email }) => ({ name, email })) }));
}

/** Sends what a second person has looked over, or drops it. */
@Injectable()
export class SettleMailing {
  constructor(
    private readonly tx: Transaction,
    private readonly mailings: MailingStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError `mailing_absent`, `wrong_state`, `second_person` */
  run(id: string, { send, note = null }: { send: boolean; note?: string | null }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const mailing = await this.mailings.lock(id);
      if (!mailing || !confirmsAt(actor, mailing)) throw noSuchMailing();
      const now = await this.time.now();
      mailingLifecycle.move(mailing, send ? 'send' : 'drop', { actor, now });
      await this.mailings.decide(Object.assign(mailing, { decidedBy: actor.accountId, decidedAt: now, note }));
      await this.events.tell(NothingLeftToDo, { asked: [`mailing-waits:${id}`] });
      if (send) for (const letter of mailing.letters) await this.events.tell(PeopleToBeTold, letter);
      await this.audit.record({ action: `mailing.${mailing.status}`, subject: { kind: 'mailing', id }, actor, facts: { preparedBy: mailing.preparedBy, people: mailing.people, note } });
    });
  }
}
