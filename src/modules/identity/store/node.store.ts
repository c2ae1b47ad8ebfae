import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { Transaction } from '#libs/database';
import { OrganiserNode, type NodeId } from '../domain/organiser-node.js';

@Injectable()
export class NodeStore {
  constructor(private readonly tx: Transaction) {}

  find(id: string): Promise<OrganiserNode | null> {
    return this.tx.reader.getRepository(OrganiserNode).findOneBy({ id: id as NodeId });
  }

  byPath(path: string): Promise<OrganiserNode | null> {
    return this.tx.reader.getRepository(OrganiserNode).findOneBy({ path });
  }

  list(scope: Scope): Promise<OrganiserNode[]> {
    const query = this.tx.reader.getRepository(OrganiserNode).createQueryBuilder('node');
    return restrict(query, scope, { nodePath: 'node.path' }).orderBy('node.path').take(5000).getMany();
  }

  /** Every organiser: their names are public. */
  all(): Promise<OrganiserNode[]> {
    return this.tx.reader.getRepository(OrganiserNode).createQueryBuilder('node').orderBy('node.path').take(5000).getMany();
  }

  async insert(node: OrganiserNode): Promise<void> {
    await this.tx.manager.getRepository(OrganiserNode).insert(node);
  }

  async rename(id: NodeId, name: string): Promise<void> {
    await this.tx.manager.query('update organiser_node set name = $2 where id = $1', [id, name]);
  }
}
