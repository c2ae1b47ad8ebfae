import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { newId, Transaction, type Page, type PageRequest } from '#libs/database';
import { absent, refused, say, type Sentence } from '#libs/errors';
import { IdentityFacade } from '#modules/identity';
import { noSuchProgramme } from '../calls.errors.js';
import { READERS, reads, writes } from '../calls.permissions.js';
import { Programme, type ProgrammeId } from '../domain/programme.js';
import { ProgrammeStore } from '../store/programme.store.js';
import { ProgrammeView } from './programme.view.js';

export interface NewProgramme {
  /** The organiser, by id or by path. */
  readonly nodeId?: string;
  readonly nodePath?: string;
  readonly code: string;
  readonly title: Sentence;
}

/** An officer sets up a programme at a node of her own. */
@Injectable()
export class CreateProgramme {
  constructor(
    private readonly tx: Transaction,
    private readonly programmes: ProgrammeStore,
    private readonly identity: IdentityFacade,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  run(wanted: NewProgramme, actor: Actor): Promise<ProgrammeView> {
    return this.tx.run(async () => {
      const { path: nodePath } = await (wanted.nodeId ? this.identity.node(wanted.nodeId) : this.identity.nodeAt(wanted.nodePath ?? ''));
      if (!writes(actor, { nodePath })) throw absent('node_absent', say('没有找到该单位', 'There is no such organiser'));
      const { code, title } = wanted;
      const programme = Object.assign(new Programme(), {
        id: newId<ProgrammeId>(), nodePath, code, title, createdBy: actor.accountId, createdAt: this.clock.now(),
      });
      if (!(await this.programmes.insert(programme))) throw codeTaken(code);
      await this.audit.record({ action: 'programme.created', subject: { kind: 'programme', id: programme.id }, actor, facts: { code, nodePath } });
      return ProgrammeView.of(programme);
    });
  }
}

@Injectable()
export class ReadProgrammes {
  constructor(private readonly programmes: ProgrammeStore) {}

  async list(actor: Actor, page: PageRequest): Promise<Page<ProgrammeView>> {
    const { items, next } = await this.programmes.list(scopeOf(actor, ...READERS), page);
    return { items: items.map((programme) => ProgrammeView.of(programme)), next };
  }

  /** @throws DomainError `programme_absent` */
  async one(id: string, actor: Actor): Promise<ProgrammeView> {
    const programme = await this.programmes.find(id);
    if (!programme || !reads(actor, programme)) throw noSuchProgramme();
    return ProgrammeView.of(programme);
  }
}

const codeTaken = (code: string) => refused('programme_code_taken', say('代码“{code}”已被使用', 'The code "{code}" is taken'), { code });
