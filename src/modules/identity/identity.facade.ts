import { Injectable } from '@nestjs/common';
import { Actor, SYSTEM } from '#libs/access';
import type { Role } from './domain/roles.js';
import { GrantRole, RevokeRole, type Place } from './handlers/grant-role.js';
import { RequireFreshFactor } from './handlers/require-fresh-factor.js';
import { accountAbsent, nodeAbsent } from './identity.errors.js';
import { AccountStore, type FormerHolder, type LookingPerson, type PersonRow, type SubjectRole } from './store/account.store.js';
import { NodeStore } from './store/node.store.js';

export interface NodeView {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

/** What the other modules may ask about people, places and roles. */
@Injectable()
export class IdentityFacade {
  constructor(
    private readonly accounts: AccountStore,
    private readonly nodes: NodeStore,
    private readonly granting: GrantRole,
    private readonly revoking: RevokeRole,
    private readonly fresh: RequireFreshFactor,
  ) {}

  /** Active accounts that hold the role: at the node or above it, for the subject, or anywhere when neither is named. */
  accountsWith(wanted: { role: string; nodePath?: string; subjectId?: string }): Promise<PersonRow[]> {
    return this.accounts.holders(wanted);
  }

  /** People whose names look like one of these, those written alike included, with where they act. @param looks as `lookOfName` makes them */
  peopleLooking(looks: readonly string[]): Promise<LookingPerson[]> {
    return this.accounts.looking(looks);
  }

  /** The subjects, such as organisations, for which several people hold or have held the role. */
  subjectsOf(accountIds: readonly string[], role: Role): Promise<SubjectRole[]> {
    return this.accounts.subjectsOf(accountIds, role);
  }

  /** Who has held a role for a subject, such as an organisation, and holds it no more; the last to leave first. */
  formerHolders(subjectId: string, role: Role): Promise<FormerHolder[]> {
    return this.accounts.formerHolders(subjectId, role);
  }

  async person(accountId: string): Promise<{ id: string; name: string } | null> {
    const account = await this.accounts.find(accountId);
    return account && { id: account.id, name: account.name };
  }

  /** The names of several people, by account; gaps in the list are left out. */
  async names(accountIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(accountIds)].filter((id): id is string => id !== null);
    return new Map((await this.accounts.named(ids)).map(({ id, name }) => [id, name]));
  }

  /** How to reach one person. Answers null for an unknown or disabled account and for a guest. */
  async contact(accountId: string): Promise<PersonRow | null> {
    const account = await this.accounts.find(accountId);
    if (!account || account.status === 'disabled' || account.status === 'guest') return null;
    return { id: account.id, name: account.name, email: account.email, language: account.language };
  }

  /** The active account with this address; for asking somebody into an organisation. */
  async personByEmail(email: string): Promise<{ id: string; name: string } | null> {
    const account = await this.accounts.byEmail(email.trim().normalize('NFC').toLowerCase());
    return account?.status === 'active' ? { id: account.id, name: account.name } : null;
  }

  /** Joins the caller's transaction. @throws DomainError `roles_conflict`, `account_absent` */
  grant(accountId: string, role: Role, place: Place, actor: Actor = SYSTEM): Promise<void> {
    return this.granting.run(accountId, role, place, actor);
  }

  /** Joins the caller's transaction and ends the person's sessions. @throws DomainError `role_absent` */
  revoke(accountId: string, role: Role, place: Place, actor: Actor = SYSTEM): Promise<void> {
    return this.revoking.run(accountId, role, place, actor);
  }

  /** @throws DomainError `node_absent` */
  async node(nodeId: string): Promise<NodeView> {
    const node = await this.nodes.find(nodeId);
    if (!node) throw nodeAbsent();
    return { id: node.id, path: node.path, name: node.name };
  }

  /** The node with this path. @throws DomainError `node_absent` */
  async nodeAt(path: string): Promise<NodeView> {
    const node = await this.nodes.byPath(path);
    if (!node) throw nodeAbsent();
    return { id: node.id, path: node.path, name: node.name };
  }

  /** The account as an actor with its present roles and no second factor. @throws DomainError `account_absent` */
  async actorOf(accountId: string): Promise<Actor> {
    const account = await this.accounts.find(accountId);
    if (account?.status !== 'active') throw accountAbsent();
    return new Actor(account.id, account.name, account.language, await this.accounts.rolesOf(accountId));
  }

  /** @throws DomainError `second_factor_needed` when the actor gave it more than five minutes ago, or never */
  requireFreshFactor(actor: Actor): void {
    this.fresh.run(actor);
  }
}
