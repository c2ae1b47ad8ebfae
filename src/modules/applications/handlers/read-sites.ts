import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { CallsFacade } from '#modules/calls';
import { noSuchApplication } from '../applications.errors.js';
import { reaches, readsAsStaff, type Part } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { mayBeOpened } from '../domain/sealed.js';
import { hasPaper, stateOf } from '../domain/sites/site-request.js';
import { ApplicationStore } from '../store/application.store.js';
import { refusalToAsk } from './ask-site.js';
import { HoldOwn } from './hold-own.js';
import { SiteView, type SitesView } from './site.view.js';

/** What the sites have said, for those who write the application and for the staff of the place. */
@Injectable()
export class ReadSites {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly holding: HoldOwn,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `application_absent` */
  async run(id: string, actor: Actor): Promise<SitesView> {
    const { application, part } = await this.visible(id, actor);
    const [call, now, live] = await Promise.all([this.calls.get(application.callId), this.time.now(), this.applications.sites(application)]);
    if (!part) insist(mayBeOpened(call, now));
    const refusal = refusalToAsk(application, call, now);
    return {
      needed: call.rulebook.form.seal.site, paper: hasPaper(application.answers), mayAsk: refusal === null && part !== null && reaches(part, 'edit'), refusal: refusal?.sentence ?? null,
      sites: live.map((site) => SiteView.of(site, stateOf(site, call.rulebook, application))),
    };
  }

  private async visible(id: string, actor: Actor): Promise<{ application: Application; part: Part | null }> {
    const application = await this.applications.find(id);
    const part = application && (await this.holding.part(application, actor));
    if (!application || !(part ?? seesAsStaff(application, actor))) throw noSuchApplication();
    return { application, part };
  }
}

const seesAsStaff = (application: Application, actor: Actor): boolean => application.status !== 'draft' && readsAsStaff(actor, application);
