import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { beyondPart, noSuchApplication } from '../applications.errors.js';
import { partOf, reaches, type Part } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';
import { TogetherStore } from '../store/together.store.js';

/** An application for somebody who takes part in writing it, once she is found to have the part that it needs. */
@Injectable()
export class HoldOwn {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly together: TogetherStore,
  ) {}

  /** Locked until the open transaction ends. @throws DomainError `application_absent`, `beyond_part` */
  async run(id: string, needed: Part, actor: Actor): Promise<Application> {
    return this.judged(await this.applications.lock(id), needed, actor);
  }

  /** To be changed if nobody else changes it meanwhile. @throws DomainError `application_absent`, `beyond_part` */
  async asItStands(id: string, needed: Part, actor: Actor): Promise<Application> {
    return this.judged(await this.applications.asItStands(id), needed, actor);
  }

  /** To read only. @throws DomainError `application_absent`, `beyond_part` */
  async read(id: string, needed: Part, actor: Actor): Promise<Application> {
    return this.judged(await this.applications.find(id), needed, actor);
  }

  /** What the actor may do in it; null for somebody who has no part in it. */
  async part(application: Application, actor: Actor): Promise<Part | null> {
    const given = application.ownerId === actor.accountId ? null : await this.together.partOf(application.id, actor.accountId);
    return partOf(actor, application, given);
  }

  private async judged(application: Application | null, needed: Part, actor: Actor): Promise<Application> {
    const part = application && (await this.part(application, actor));
    if (!application || !part) throw noSuchApplication();
    if (!reaches(part, needed)) throw beyondPart(part === 'comment' ? 'comment' : 'view');
    return application;
  }
}
