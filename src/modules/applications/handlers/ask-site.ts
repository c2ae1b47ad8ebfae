import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, refused, say, type DomainError } from '#libs/errors';
import { CallsFacade, type CallView } from '#modules/calls';
import { hashOf, newSecret, Throttle } from '#modules/identity';
import type { Application } from '../domain/application.js';
import { answerableUntil } from '../domain/sites/answerable.js';
import { isWorthAsking } from '../domain/sites/site-content.js';
import type { SiteRequest } from '../domain/sites/site-request.js';
import { SiteStore } from '../store/site.store.js';
import { HoldOwn } from './hold-own.js';
import { SiteLetters } from './site-letters.js';
import type { SiteLinkView } from './site.view.js';

const MOST_SITES = 10;
/** Letters and links of one person in 15 minutes. */
const MOST_ASKED = 30;

interface Ground {
  readonly application: Application;
  readonly now: Date;
  readonly live: readonly SiteRequest[];
}

const refusalToChange = (application: Application, call: CallView, now: Date): DomainError | null =>
  answerableUntil(application, call, now) === null ? refused('not_editable', say('申报已提交或已截止，不能再请落地点确认', 'It is submitted or the time is over; no site can be asked any more')) : null;

/** Why nobody can be asked now; null where somebody can. */
export function refusalToAsk(application: Application, call: CallView, now: Date): DomainError | null {
  const { rulebook } = call;
  if (!rulebook.form.seal.site) return refused('site_not_needed', say('本批次不要求落地点确认', 'This call asks for no word of a site'));
  const over = refusalToChange(application, call, now);
  if (over) return over;
  return isWorthAsking(rulebook, application.answers) ? null : refused('site_nothing_to_confirm', say('请先填写项目名称和实施地点，再请落地点确认', 'Fill in the name of the project and where it takes place first; then ask the site'));
}

/** A draft, locked, whose sites somebody who writes it asks. */
@Injectable()
export class HoldForSites {
  constructor(
    private readonly holding: HoldOwn,
    private readonly calls: CallsFacade,
    private readonly sites: SiteStore,
    private readonly time: DatabaseTime,
    private readonly throttle: Throttle,
  ) {}

  /** Before the transaction, so that what is refused counts as well. @throws DomainError `too_many_attempts` */
  count({ accountId }: Actor): Promise<void> {
    return this.throttle.count([{ key: `sites asked by ${accountId}`, most: MOST_ASKED }]);
  }

  /** @throws DomainError `application_absent`, `beyond_part`, `site_not_needed`, `not_editable`, `site_nothing_to_confirm` */
  async run(id: string, actor: Actor, refusalOf = refusalToAsk): Promise<Ground> {
    const application = await this.holding.run(id, 'edit', actor);
    const [call, now, live] = await Promise.all([this.calls.get(application.callId), this.time.arrival(), this.sites.live(application.id)]);
    const refusal = refusalOf(application, call, now);
    if (refusal) throw refusal;
    return { application, now, live };
  }
}

/** Asks a site to confirm, over a link that is told once; asks it anew, or not any more. */
@Injectable()
export class AskSite {
  constructor(
    private readonly tx: Transaction,
    private readonly ground: HoldForSites,
    private readonly sites: SiteStore,
    private readonly letters: SiteLetters,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError as `HoldForSites`, and `site_asked_already`, `too_many_sites` */
  async ask(id: string, { name, email = null }: { name: string; email?: string | null }, actor: Actor): Promise<SiteLinkView> {
    await this.ground.count(actor);
    return this.tx.run(async () => {
      const ground = await this.ground.run(id, actor);
      if (ground.live.some((site) => site.name === name)) throw refused('site_asked_already', say('已请“{name}”确认；需要时请重新发送', '"{name}" is asked already; send it anew where that is needed'), { name });
      if (ground.live.length >= MOST_SITES) throw refused('too_many_sites', say('最多请 {most} 个落地点确认', 'At most {most} sites can be asked'), { most: MOST_SITES });
      return this.send(ground, { name, email }, actor);
    });
  }

  /** The link before opens nothing any more. @throws DomainError as `HoldForSites`, and `site_absent` */
  async anew(id: string, siteId: string, actor: Actor): Promise<SiteLinkView> {
    await this.ground.count(actor);
    return this.tx.run(async () => {
      const ground = await this.ground.run(id, actor);
      const site = among(ground.live, siteId);
      await this.sites.end(site, 'sent_anew', ground.now);
      return this.send(ground, site, actor);
    });
  }

  /** Also where nobody could be asked any more. @throws DomainError `application_absent`, `beyond_part`, `not_editable`, `site_absent` */
  withdraw(id: string, siteId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, live, now } = await this.ground.run(id, actor, refusalToChange);
      const site = among(live, siteId);
      await this.sites.end(site, 'withdrawn', now);
      await this.audit.record({ action: 'application.site_withdrawn', subject: { kind: 'application', id: application.id }, actor, facts: { site: site.id, said: site.said } });
    });
  }

  private async send({ application, now }: Ground, { name, email }: Pick<SiteRequest, 'name' | 'email'>, actor: Actor): Promise<SiteLinkView> {
    const [id, token] = [newId<string>(), newSecret()];
    await this.sites.add(
      { id, applicationId: application.id, name, email, askedAt: now, endedAt: null, said: 'asked', answeredAt: null, answerer: null, office: null, phone: null, reason: null, contentHash: null },
      hashOf(token).toString('hex'), actor.accountId,
    );
    if (email !== null) await this.letters.ask(application, { id, name, email }, token);
    await this.audit.record({ action: 'application.site_asked', subject: { kind: 'application', id: application.id }, actor, facts: { site: id, name, mailed: email !== null } });
    return { id, token };
  }
}

function among(live: readonly SiteRequest[], siteId: string): SiteRequest {
  const site = live.find(({ id }) => id === siteId);
  if (!site) throw absent('site_absent', say('没有这个确认请求', 'There is no such request'));
  return site;
}
