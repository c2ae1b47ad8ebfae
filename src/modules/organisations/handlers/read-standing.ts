import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { isId } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { IdentityFacade } from '#modules/identity';
import { noSuchOrganisation } from '../organisations.errors.js';
import { STAFF } from '../organisations.permissions.js';
import { OrganisationStore } from '../store/organisation.store.js';

export class BanView {
  @Shown() id: string;
  @Shown() fromDay: string;
  @Shown() untilDay: string;
  @Shown() basis: string;
  @Shown() decidedBy: string;
  @Shown({ nullable: true, type: Date }) liftedAt: Date | null;
}

export class OrganisationStepView {
  @ShownSentence() what: Sentence;
  @Shown() at: Date;
  @Shown() who: string;
  @Shown({ nullable: true, type: String }) note: string | null;
}

/** Whether an organisation may go on, who said otherwise and why, and what was done with it. */
export class StandingView {
  @Shown({ nullable: true, type: String }) stopReason: string | null;
  @Shown({ nullable: true, type: Date }) stoppedAt: Date | null;
  @Shown({ type: [BanView] }) bans: BanView[];
  @ShownSentence({ nullable: true, description: '不能办理的原因 why the reader may not change it' }) refusal: Sentence | null;
  @Shown({ type: [OrganisationStepView] }) history: OrganisationStepView[];
}

const WORDS: Readonly<Record<string, Sentence>> = {
  'organisation.founded': say('登记机构', 'Entered'),
  'organisation.edited': say('修改资料', 'Profile changed'),
  'organisation.member_added': say('添加成员', 'Member added'),
  'organisation.member_removed': say('成员退出或被移除', 'Member left or removed'),
  'organisation.stopped': say('暂停办理', 'Stopped'),
  'organisation.resumed': say('恢复办理', 'Resumed'),
  'organisation.debarred': say('限制参与', 'Debarred'),
  'organisation.ban_lifted': say('解除限制', 'Ban lifted'),
  'organisation.looked_up': say('核查名录', 'Looked up'),
  'organisation.issue_raised': say('登记情况', 'Issue raised'),
  'organisation.issue_resolved': say('情况已处理', 'Issue settled'),
  'organisation.merged': say('并入另一家组织', 'Merged into another'),
  'organisation.took_over': say('并入重复登记的组织', 'A double was merged into it'),
  'bank_account.proposed': say('提交收款账户', 'Bank account proposed'),
  'bank_account.verified': say('收款账户核验通过', 'Bank account verified'),
  'bank_account.rejected': say('收款账户退回', 'Bank account rejected'),
  'bank_account.number_read': say('查看完整账号', 'Full account number read'),
};

const BY_OFFICER = say('由所在地妇联的项目官员办理', 'An officer of the federation of its place does this');

@Injectable()
export class ReadStanding {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly identity: IdentityFacade,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `organisation_absent` also for one out of sight */
  async run(id: string, actor: Actor): Promise<StandingView> {
    const organisation = isId(id) ? await this.organisations.find(id) : null;
    if (!organisation || !actor.holdsAt(organisation.nodePath, ...STAFF)) throw noSuchOrganisation();
    const [bans, { items: leaves }] = await Promise.all([this.organisations.debarments(id), this.audit.of({ kind: 'organisation', id }, { limit: 200 })]);
    const names = await this.identity.names([...bans.map(({ decidedBy }) => decidedBy), ...leaves.flatMap(({ actorId, facts }) => [actorId, memberIn(facts)])]);
    return {
      stopReason: organisation.stopReason, stoppedAt: organisation.stoppedAt, refusal: actor.holdsAt(organisation.nodePath, 'officer') ? null : BY_OFFICER,
      bans: bans.map((ban) => ({ id: ban.id, fromDay: ban.fromDay, untilDay: ban.untilDay, basis: ban.basis, decidedBy: names.get(ban.decidedBy) ?? '', liftedAt: ban.liftedAt })),
      history: leaves.flatMap(({ action, at, actorId, facts }): OrganisationStepView[] => {
        const { reason, basis, masked } = facts as { reason?: string; basis?: string; masked?: string };
        return WORDS[action] ? [{ what: WORDS[action], at, who: names.get(actorId) ?? '', note: reason ?? basis ?? masked ?? names.get(memberIn(facts) ?? '') ?? null }] : [];
      }).reverse(),
    };
  }
}

/** Whom an entry is about, where it is about a member. */
const memberIn = (facts: unknown): string | null => (facts as { member?: string }).member ?? null;
