import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { absent, refused, say, stale } from '#libs/errors';
import { CallsFacade, type CallView } from '#modules/calls';
import { hashOf, Throttle } from '#modules/identity';
import type { Application } from '../domain/application.js';
import { answerableUntil } from '../domain/sites/answerable.js';
import { plannedInWords, siteContent, SITE_SAYS } from '../domain/sites/site-content.js';
import { stateOf, type SiteRequest } from '../domain/sites/site-request.js';
import { ApplicationStore } from '../store/application.store.js';
import { SiteStore } from '../store/site.store.js';
import { SiteLetters } from './site-letters.js';
import type { SiteAskedView } from './site.view.js';

/** Calls with one link in 15 minutes, and with links that open nothing, from everybody together: 256 random bits are not found by trying. */
const MOST_OF_ONE = 120;
const MOST_WRONG = 300;

/** One sentence for a link that never was, that was withdrawn or replaced, and whose time is over. */
const linkAbsent = () => absent('site_link_absent', say('链接无效或已失效。请与申报单位联系，由其重新发送', 'The link is not valid, or not any more. Please ask the organisation that applies to send it anew'));

export interface SiteAnswer {
  readonly agreed: boolean;
  readonly name: string;
  readonly office: string;
  readonly phone: string;
  readonly reason?: string;
  /** The hash of what was shown. */
  readonly seen: string;
}

interface Door {
  readonly site: SiteRequest;
  readonly application: Application;
  readonly call: CallView;
  readonly now: Date;
  /** Null where it is answered and cannot be any more. */
  readonly until: Date | null;
}

/** Finds the request of a link; whoever comes without a good one learns nothing. */
@Injectable()
export class KnockAtSite {
  constructor(
    private readonly sites: SiteStore,
    private readonly applications: ApplicationStore,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly throttle: Throttle,
  ) {}

  /** Before any transaction, so that every attempt counts. @throws DomainError `too_many_attempts`, `site_link_absent` */
  async run(token: string | undefined): Promise<Door> {
    const site = token ? await this.sites.withHash(hashOf(token).toString('hex')) : null;
    await this.throttle.count([site ? { key: `site ${site.id}`, most: MOST_OF_ONE } : { key: 'sites that are none', most: MOST_WRONG }]);
    return this.opened(site, (id) => this.applications.find(id));
  }

  /** The same within a transaction, with the application locked. @throws DomainError `site_link_absent` */
  async locked(token: string | undefined): Promise<Door> {
    const hash = hashOf(token ?? '').toString('hex');
    const found = await this.sites.withHash(hash);
    const application = found && (await this.applications.lock(found.applicationId));
    return this.opened(application ? await this.sites.withHash(hash) : null, async () => application);
  }

  private async opened(site: SiteRequest | null, find: (id: string) => Promise<Application | null>): Promise<Door> {
    const application = site?.endedAt === null ? await find(site.applicationId) : null;
    if (!site || !application) throw linkAbsent();
    const [call, now] = [await this.calls.get(application.callId), await this.time.arrival()];
    const until = answerableUntil(application, call, now);
    if (site.said === 'asked' && until === null) throw linkAbsent();
    return { site, application, call, now, until };
  }
}

/** Shows whoever holds the link what is planned at her place, and takes her word. */
@Injectable()
export class AnswerAsSite {
  constructor(
    private readonly tx: Transaction,
    private readonly knocking: KnockAtSite,
    private readonly sites: SiteStore,
    private readonly letters: SiteLetters,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `site_link_absent`, `too_many_attempts` */
  async read(token: string | undefined): Promise<SiteAskedView> {
    return shown(await this.knocking.run(token));
  }

  /** @throws DomainError `site_link_absent`, `too_many_attempts`, `site_answered`, `note_needed`, `site_content_changed` (stale) */
  async run(token: string | undefined, given: SiteAnswer): Promise<SiteAskedView> {
    await this.knocking.run(token);
    await this.tx.run(async () => {
      const { site, application, call, now } = await this.knocking.locked(token);
      if (site.said !== 'asked') throw refused('site_answered', say('已经答复过。需要更改时请申报单位重新发送链接', 'It is answered already. To change that, ask the organisation that applies to send the link anew'));
      if (!given.agreed && !given.reason) throw refused('note_needed', say('请说明不同意的原因', 'Please say why you do not agree'));
      const { hash, text } = siteContent(call.rulebook, application, site.name);
      if (hash !== given.seen) throw stale('site_content_changed', say('计划刚刚有改动，请重新查看后再答复；您填写的内容没有丢失', 'The plan was changed just now; read it again before you answer. What you typed is kept'));
      const { agreed, name, office, phone } = given;
      const [said, reason] = agreed ? (['confirmed', null] as const) : (['declined', given.reason!] as const);
      await this.sites.answer({ id: site.id, said, answeredAt: now, answerer: name, office, phone, reason, content: text, contentHash: hash });
      await this.letters.answered(application, site, reason);
      await this.audit.record({ action: `application.site_${said}`, subject: { kind: 'application', id: application.id }, actor: SYSTEM, facts: { site: site.id, contentHash: hash } });
    });
    return this.read(token);
  }
}

function shown({ site, application, call, until, now }: Door): SiteAskedView {
  const { hash, projectName } = siteContent(call.rulebook, application, site.name);
  const planned = plannedInWords(call.rulebook, application.answers).map(({ title, lines, table }) => ({ title, lines, ...(table ? { table: { head: table.head, rows: table.rows } } : {}) }));
  return {
    site: site.name, projectName, organisationName: application.organisationName, callTitle: call.title, says: SITE_SAYS, planned, hash,
    state: stateOf(site, call.rulebook, application), until: until ?? now, answeredAt: site.answeredAt, answerer: site.answerer,
  };
}
