import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { IdentityFacade, type PersonRow } from '#modules/identity';
import { reaches, type GivenPart, type Part } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { TogetherStore } from '../store/together.store.js';
import { HoldOwn } from './hold-own.js';
import type { WritersView, WriterView } from './together.view.js';

type Person = Pick<PersonRow, 'name' | 'email'> & { readonly id: string };

/** Members of the leading organisation, and whoever was asked in besides. */
@Injectable()
export class ReadWriters {
  constructor(
    private readonly holding: HoldOwn,
    private readonly together: TogetherStore,
    private readonly identity: IdentityFacade,
  ) {}

  /** @throws DomainError `application_absent` */
  async run(id: string, actor: Actor): Promise<WritersView> {
    const application = await this.holding.read(id, 'view', actor);
    const [members, given, part] = await Promise.all([
      this.identity.accountsWith({ role: 'applicant', subjectId: application.organisationId }), this.together.collaborators(id), this.holding.part(application, actor),
    ]);
    const guests = await this.guests(given.map(({ accountId }) => accountId), members);
    const parts = new Map(given.map(({ accountId, role }) => [accountId as string, role]));
    const people = [...members.map((member) => shown(member, true)), ...guests.map((guest) => shown(guest, false))];
    const ownerIsIn = members.some((member) => member.id === application.ownerId);
    return {
      part: part!, mayGive: part === 'own', mayTakeOver: !ownerIsIn && members.some((member) => member.id === actor.accountId) && reaches(part!, 'edit'),
      people: people.map((person) => ({ ...person, part: partIn(application, person, parts), self: person.accountId === actor.accountId, email: part === 'own' ? person.email : null })),
    };
  }

  private async guests(accountIds: readonly string[], members: readonly PersonRow[]): Promise<Person[]> {
    const outside = accountIds.filter((accountId) => !members.some((member) => member.id === accountId));
    const found = await Promise.all(outside.map((accountId) => this.identity.contact(accountId)));
    return found.filter((person): person is PersonRow => person !== null);
  }
}

type Shown = Pick<WriterView, 'accountId' | 'name' | 'email' | 'member'>;

const shown = ({ id, name, email }: Person, member: boolean): Shown => ({ accountId: id, name, email, member });

const partIn = ({ ownerId }: Application, { accountId, member }: Shown, parts: ReadonlyMap<string, GivenPart>): Part =>
  member && accountId === ownerId ? 'own' : (parts.get(accountId) ?? 'edit');
