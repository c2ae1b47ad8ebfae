import { Injectable } from '@nestjs/common';
import { no, when, yes, type Actor, type Verdict } from '#libs/access';
import { forbidden, say } from '#libs/errors';
import { noSuchCall } from '../calls.errors.js';
import { reads } from '../calls.permissions.js';
import { isAccessCode } from '../domain/admission/access-code.js';
import type { Call } from '../domain/call.js';
import { AdmissionStore } from '../store/admission.store.js';

/** Who wants to read a call: perhaps signed in, perhaps with a code. */
export interface Reader {
  readonly actor?: Actor;
  readonly code?: string;
}

/** Whether the reader may see a call by invitation, and whether an organisation may apply in it. */
@Injectable()
export class AdmitReader {
  constructor(private readonly admissions: AdmissionStore) {}

  /** @throws DomainError `call_absent` where nobody else is to know of it, else `call_by_invitation` (forbidden) */
  async insist(call: Call, { actor, code }: Reader): Promise<void> {
    if (call.visibility === 'public' || (await this.belongs(call, actor))) return;
    const admission = await this.admissions.find(call.id);
    if (!admission) throw noSuchCall();
    if (isAccessCode(admission.code, code)) return;
    throw admission.listed ? byInvitation(call) : noSuchCall();
  }

  /** Staff of the organiser, and members of organisations that are or were invited. */
  private async belongs(call: Call, actor: Actor | undefined): Promise<boolean> {
    if (!actor) return false;
    return reads(actor, call) || this.admissions.knows(call.id, actor.subjects('applicant'));
  }

  /** Whether the organisation may begin an application. */
  async mayApply(call: Call, organisationId: string): Promise<Verdict> {
    if (call.visibility === 'public') return yes;
    return when(await this.admissions.admits(call.id, organisationId), NOT_INVITED);
  }
}

const byInvitation = ({ title, number }: Call) =>
  forbidden('call_by_invitation', say(
    '“{call}”只面向受邀组织。持有邀请码的，请输入邀请码；受邀组织的成员，请登录。',
    '"{call}" is open to invited organisations only. Enter the access code you were given, or sign in as a member of an invited organisation.',
  ), { call: title, number });

const NOT_INVITED = no('not_invited', say('本次征集只面向受邀组织，贵组织不在受邀之列。持有邀请码的，请在征集公告页输入。', 'This call is open to invited organisations only, and yours is not among them. If you were given an access code, enter it on the page of the call.'));
