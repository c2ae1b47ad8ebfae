import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { forbidden, invalid, refused, say } from '#libs/errors';
import { isBelow, OrganiserNode, type NodeId, type NodeKind } from '../domain/organiser-node.js';
import { nodeAbsent } from '../identity.errors.js';
import { NodeStore } from '../store/node.store.js';

export interface NewNode {
  readonly parentId: string;
  /** Lower-case letters and digits; the last part of the path. */
  readonly code: string;
  readonly kind: NodeKind;
  readonly name: string;
}

/** Adds an organiser below another, for an administrator of that one. */
@Injectable()
export class OpenNode {
  constructor(
    private readonly tx: Transaction,
    private readonly nodes: NodeStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `node_absent`, `node_not_below`, `node_taken` */
  run(wanted: NewNode, actor: Actor): Promise<OrganiserNode> {
    return this.tx.run(async () => {
      const parent = await this.nodes.find(wanted.parentId);
      if (!parent || !actor.holdsAt(parent.path, 'administrator')) throw nodeAbsent();
      return this.below(wanted, actor);
    });
  }

  /** The same for the platform itself, which asks nobody. @throws DomainError `node_absent`, `node_not_below`, `node_taken` */
  below(wanted: NewNode, actor: Actor): Promise<OrganiserNode> {
    return this.tx.run(async () => {
      const parent = await this.nodes.find(wanted.parentId);
      if (!parent) throw nodeAbsent();
      if (!isBelow(wanted.kind, parent.kind)) throw notBelow();
      const path = `${parent.path}${wanted.code}.`;
      if (await this.nodes.byPath(path)) throw refused('node_taken', say('代码已被使用', 'The code is taken'));
      return this.add({ ...wanted, path, parentId: parent.id }, actor);
    });
  }

  /** The first node of an installation: it has nobody above. Inside the caller's transaction. */
  root(wanted: { path: string; kind: NodeKind; name: string }, actor: Actor): Promise<OrganiserNode> {
    return this.tx.run(() => this.add({ ...wanted, parentId: null }, actor));
  }

  /** @throws DomainError `node_absent` */
  rename(id: string, name: string, actor: Actor): Promise<OrganiserNode> {
    return this.tx.run(async () => {
      const node = await this.nodes.find(id);
      if (!node) throw nodeAbsent();
      if (!actor.holdsAt(node.path, 'administrator')) throw forbidden('not_yours', say('不在您的管理范围内', 'Outside what you administer'));
      node.name = name.trim();
      await this.nodes.rename(node.id, node.name);
      await this.audit.record({ action: 'node.renamed', subject: { kind: 'organiser_node', id: node.id }, actor, facts: { name: node.name } });
      return node;
    });
  }

  private async add(wanted: { path: string; kind: NodeKind; name: string; parentId: NodeId | null }, actor: Actor): Promise<OrganiserNode> {
    const node = Object.assign(new OrganiserNode(), {
      id: newId<NodeId>(), parentId: wanted.parentId, path: wanted.path, kind: wanted.kind, name: wanted.name.trim(), createdAt: this.clock.now(),
    });
    await this.nodes.insert(node);
    await this.audit.record({ action: 'node.opened', subject: { kind: 'organiser_node', id: node.id }, actor, facts: { path: node.path, name: node.name } });
    return node;
  }
}

const notBelow = () => invalid('node_not_below', say('下级组织的层级须低于上级', 'An organiser below another is of a lower kind'));
