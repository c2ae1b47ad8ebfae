import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, invalid, refused, say, stale } from '#libs/errors';
import { IdentityFacade } from '#modules/identity';
import { datedStatements, ExpertProfile, ExpertTie, REVIEW_LANGUAGES, type Away, type Occupation, type TieId, type TieKind } from '../domain/experts/expert-profile.js';
import { JUDGES } from '../scoring.permissions.js';
import { ExpertStore } from '../store/expert.store.js';

export interface ProfileInput {
  readonly employer: string;
  readonly employerCode?: string;
  readonly occupation: Occupation;
  readonly title: string;
  readonly territoryCode?: string;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly most?: number;
  readonly phone?: string;
  readonly address?: string;
  readonly away: readonly Away[];
  readonly version: number;
}

export interface TieInput {
  readonly kind: TieKind;
  readonly organisationId?: string;
  readonly organisationName: string;
  readonly personName?: string;
  readonly since?: string;
  readonly until?: string;
  readonly note?: string;
}

const noSuchExpert = () => absent('expert_absent', say('没有找到该专家', 'There is no such expert'));

/** Whose profile may be read and kept: one's own, and for officers the experts of their place. */
@Injectable()
export class HoldExpert {
  constructor(private readonly identity: IdentityFacade) {}

  /** @throws DomainError `expert_absent`, also for one out of sight */
  async of(accountId: string, actor: Actor): Promise<{ id: string; name: string }> {
    const person = await this.identity.person(accountId);
    if (!person) throw noSuchExpert();
    if (accountId === actor.accountId) return person;
    const held = await Promise.all(JUDGES.map((role) => this.identity.accountsWith({ role })));
    if (!held.flat().some(({ id }) => id === accountId)) throw noSuchExpert();
    const { roles } = await this.identity.actorOf(accountId);
    const places = roles.flatMap(({ role, nodePath }) => ((JUDGES as readonly string[]).includes(role) && nodePath ? [nodePath] : []));
    const own = actor.roles.flatMap(({ role, nodePath }) => (role === 'officer' && nodePath ? [nodePath] : []));
    if (!places.some((place) => own.some((at) => place.startsWith(at) || at.startsWith(place)))) throw noSuchExpert();
    return person;
  }
}

/** An expert keeps her own profile. */
@Injectable()
export class KeepProfile {
  constructor(
    private readonly tx: Transaction,
    private readonly experts: ExpertStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `profile_changed` (stale), `profile_faulty` */
  run(input: ProfileInput, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      refuseFaulty(input);
      const present = await this.experts.lockProfile(actor.accountId);
      if ((present?.version ?? 0) !== input.version) throw stale('profile_changed', say('资料已在别处修改，请刷新；您填写的内容没有丢失', 'It was changed elsewhere; reload, what you entered is kept'));
      const now = await this.time.now();
      const said = { employerCode: null, territoryCode: null, most: null, phone: null, address: null, ...input };
      await this.experts.saveProfile(Object.assign(new ExpertProfile(), {
        ...said, ...datedStatements(now, said, present), accountId: actor.accountId, topics: input.topics.map((topic) => topic.trim()).filter(Boolean), savedBy: actor.accountId, savedAt: now, version: input.version + 1,
      }));
      await this.audit.record({ action: 'expert.profile_saved', subject: { kind: 'account', id: actor.accountId }, actor, facts: { employer: input.employer, occupation: input.occupation } });
    });
  }
}

function refuseFaulty({ languages, away }: ProfileInput): void {
  const problems = [
    ...(languages.every((one) => (REVIEW_LANGUAGES as readonly string[]).includes(one)) ? [] : [{ path: 'languages', code: 'language_unknown', sentence: say('评审语言只有中文与英文', 'Languages of review are Chinese and English') }]),
    ...away.flatMap(({ from, until }, at) => (until < from ? [{ path: `away.${at}`, code: 'away_backwards', sentence: say('结束日期早于开始日期', 'It ends before it begins') }] : [])),
  ];
  if (problems.length > 0) throw invalid('profile_faulty', say('专家资料有 {count} 处需要更正', '{count} entries need correcting'), { count: problems.length, problems });
}

/** Relations between experts and organisations: declared, recorded, withdrawn with a reason; never erased. */
@Injectable()
export class KeepTies {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldExpert,
    private readonly experts: ExpertStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `expert_absent`, `relative_unnamed` */
  add(accountId: string, input: TieInput, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.holding.of(accountId, actor);
      await this.record(accountId, input, accountId === actor.accountId ? 'self' : 'staff', actor);
    });
  }

  /** What an upper module knows, such as that she mentored the organisation. Joins the caller's transaction. */
  async record(accountId: string, input: TieInput, source: ExpertTie['source'], actor: Actor): Promise<void> {
    if (input.kind === 'family' && !input.personName) throw invalid('relative_unnamed', say('请写明近亲属的姓名', 'Please name the relative'), { problems: [{ path: 'personName', code: 'relative_unnamed', sentence: say('请写明近亲属的姓名', 'Please name the relative') }] });
    const tie = Object.assign(new ExpertTie(), {
      organisationId: null, personName: null, since: null, until: null, note: null, ...input, id: newId<TieId>(), accountId, source,
      recordedBy: actor.accountId, recordedAt: await this.time.now(), withdrawnAt: null, withdrawnBy: null, withdrawnWhy: null,
    });
    await this.experts.saveTie(tie);
    await this.audit.record({ action: 'expert.tie_recorded', subject: { kind: 'account', id: accountId }, actor, facts: { kind: tie.kind, organisationName: tie.organisationName, source } });
  }

  /** @throws DomainError `tie_absent`, `tie_of_staff` */
  withdraw(tieId: string, reason: string, actor: Actor): Promise<string> {
    return this.tx.run(async () => {
      const tie = await this.experts.lockTie(tieId);
      if (!tie || tie.withdrawnAt) throw absent('tie_absent', say('没有找到这条关系', 'There is no such relation'));
      await this.holding.of(tie.accountId, actor);
      if (tie.accountId === actor.accountId && tie.source !== 'self') throw refused('tie_of_staff', say('由工作人员登记的关系只能由工作人员撤回', 'What staff have recorded only staff withdraw'));
      await this.experts.saveTie(Object.assign(tie, { withdrawnAt: await this.time.now(), withdrawnBy: actor.accountId, withdrawnWhy: reason }));
      await this.audit.record({ action: 'expert.tie_withdrawn', subject: { kind: 'account', id: tie.accountId }, actor, facts: { tieId, reason } });
      return tie.accountId;
    });
  }
}
