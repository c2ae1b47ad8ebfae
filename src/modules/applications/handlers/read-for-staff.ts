import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import type { PageRequest } from '#libs/database';
import { CallsFacade, type CallView } from '#modules/calls';
import { noSuchApplication } from '../applications.errors.js';
import { READERS } from '../applications.permissions.js';
import { ApplicationCatalogue, type ListedApplication } from '../store/application-catalogue.js';
import { NarrowToProgramme, type AskedFilter } from './narrow-to-programme.js';
import { StaffRow, type ApplicationPage, type CallCountsView, type NeighboursView } from './staff.view.js';

/** The lists that staff work through. */
@Injectable()
export class ReadForStaff {
  constructor(
    private readonly catalogue: ApplicationCatalogue,
    private readonly narrow: NarrowToProgramme,
    private readonly calls: CallsFacade,
  ) {}

  async list(actor: Actor, page: PageRequest & { sort?: string }, filter: AskedFilter): Promise<ApplicationPage> {
    const scope = scopeOf(actor, ...READERS);
    const named = await this.named(filter);
    const narrow = await this.narrow.run(filter, named);
    const [{ items, next }, counts] = await Promise.all([this.catalogue.list(scope, page, narrow), this.catalogue.counts(scope, narrow)]);
    const calls = await this.callsOf(items, named);
    return { items: items.map((application) => StaffRow.ofCall(application, calls.get(application.callId)!)), next, counts };
  }

  counts(actor: Actor, callId?: string): Promise<CallCountsView[]> {
    return this.catalogue.perCall(scopeOf(actor, ...READERS), callId);
  }

  /** Its neighbours in the order of submission among those that the filter holds. @throws DomainError `application_absent` */
  async neighbours(id: string, actor: Actor, filter: AskedFilter): Promise<NeighboursView> {
    const found = await this.catalogue.around(id, scopeOf(actor, ...READERS), await this.narrow.run(filter));
    if (!found) throw noSuchApplication();
    return found;
  }

  /** The call that is asked for; one that does not exist has no applications. */
  private async named({ callId }: AskedFilter): Promise<CallView | undefined> {
    return callId ? this.calls.get(callId).catch(() => undefined) : undefined;
  }

  private async callsOf(applications: readonly ListedApplication[], named: CallView | undefined): Promise<Map<string, CallView>> {
    const ids = [...new Set(applications.map(({ callId }) => callId))];
    if (named && ids.every((id) => id === named.id)) return new Map([[named.id, named]]);
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.calls.get(id)] as const)));
  }
}
