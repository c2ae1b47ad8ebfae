import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId } from '#libs/database';
import { refused, say } from '#libs/errors';
import { Events } from '#libs/events';
import type { ApplicationView } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { NothingLeftToDo, PeopleToBeTold } from '#modules/identity';
import { EmergencyAccess, type EmergencyAccessId } from '../domain/emergency/emergency-access.js';
import { emergencyLifecycle, OPEN_HOURS } from '../domain/emergency/emergency.lifecycle.js';
import { EmergencyStore } from '../store/emergency.store.js';

const accessStands = () => refused('access_stands', say('您对同一内容的申请正在等待批准，或仍在查阅时限内', 'You have asked for the same already, or it is still open to you'));

export type Asked = Pick<EmergencyAccess, 'thing' | 'stageKey' | 'seatId' | 'reason'>;

/** Puts each step on record and lets the next person know. */
@Injectable()
export class RecordEmergency {
  constructor(
    private readonly accesses: EmergencyStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async ask(asked: Asked, { id: callId, nodePath }: CallView, { id: applicationId, number }: ApplicationView, actor: Actor): Promise<EmergencyAccess> {
    const now = await this.time.now();
    const access = Object.assign(new EmergencyAccess(), {
      ...asked, id: newId<EmergencyAccessId>(), callId, nodePath, applicationId, status: emergencyLifecycle.table.initial, askedBy: actor.accountId, askedAt: now, decidedBy: null, decidedAt: null, note: null,
      openUntil: null, endedBy: null, endedAt: null, reviewedBy: null, reviewedAt: null, reviewNote: null,
    });
    if (await this.accesses.standing(access, now)) throw accessStands();
    await this.accesses.insert(access);
    await this.leaf('asked', access, actor, { reason: asked.reason });
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'administrator', nodePath }, kind: 'emergency-asked', link: '/desk/emergency', key: `emergency-asked:${access.id}`, facts: { number },
      title: say('紧急查阅申请待您决定', 'An emergency access waits for your decision'),
      body: say('有人申请紧急查阅申报 {number} 的保密内容。请核对理由，批准或不批准；您与该申报有关系的，请由其他管理员决定。', 'Somebody asks to open hidden data of application {number} in an emergency. Please weigh the reason and decide; leave it to another administrator if you are near to the application.'),
    });
    return access;
  }

  /** After the move: the row, the leaf, and word to whoever asked. */
  async decided(access: EmergencyAccess, { number }: ApplicationView, note: string | null, actor: Actor): Promise<void> {
    const at = await this.time.now();
    const granted = access.status === 'granted';
    Object.assign(access, { decidedBy: actor.accountId, decidedAt: at, note, openUntil: granted ? new Date(at.getTime() + OPEN_HOURS * 3_600_000) : null });
    await this.accesses.save(access);
    await this.leaf(access.status, access, actor, { askedBy: access.askedBy, note });
    await this.events.tell(NothingLeftToDo, { asked: [`emergency-asked:${access.id}`] });
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: [access.askedBy] }, kind: 'emergency-decided', link: access.seatId ? `/judge/sheets/${access.seatId}/${access.applicationId}` : '/desk/emergency', key: `emergency-decided:${access.id}`,
      title: granted ? say('紧急查阅已批准', 'The emergency access is granted') : say('紧急查阅未批准', 'The emergency access is refused'),
      body: granted
        ? say('申报 {number} 的紧急查阅已批准，{until} 前可以查看。每次查看都会记录，并由审计员复核。', 'The emergency access to application {number} is open until {until}. Every look is put on record and reviewed by an auditor.')
        : say('申报 {number} 的紧急查阅未获批准。说明：{note}', 'The emergency access to application {number} was refused. {note}'),
      facts: { number, until: access.openUntil?.toISOString() ?? '', note: note ?? '—' },
    });
  }

  async ended(access: EmergencyAccess, actor: Actor): Promise<void> {
    Object.assign(access, { endedBy: actor.accountId, endedAt: await this.time.now() });
    await this.accesses.save(access);
    await this.leaf(access.status, access, actor, {});
    await this.events.tell(NothingLeftToDo, { asked: [`emergency-asked:${access.id}`] });
  }

  async reviewed(access: EmergencyAccess, note: string, actor: Actor): Promise<void> {
    Object.assign(access, { reviewedBy: actor.accountId, reviewedAt: await this.time.now(), reviewNote: note });
    await this.accesses.save(access);
    await this.leaf('reviewed', access, actor, { note });
  }

  private async leaf(step: string, { id, thing, applicationId, stageKey }: EmergencyAccess, actor: Actor, facts: object): Promise<void> {
    await this.audit.record({ action: `emergency.${step}`, subject: { kind: 'application', id: applicationId }, actor, facts: { accessId: id, thing, stageKey, ...facts } });
  }
}
