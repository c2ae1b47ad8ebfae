import { Shown } from '#libs/http';
import type { CallAdmission, CallInvitation } from '../domain/admission/admission.js';
import type { Call } from '../domain/call.js';
import { PossibleView } from './possible.view.js';

export class InvitationView {
  @Shown() organisationId: string;
  @Shown({ enum: ['named', 'code'], description: '由官员指定，或凭邀请码 named by an officer, or by the code' }) way: string;
  @Shown() addedAt: Date;
}

/** Who may apply in a call by invitation. */
export class AdmissionView {
  @Shown({ description: '凭邀请 whether the call is by invitation at all' }) byInvitation: boolean;
  @Shown({ description: '所有人可见其存在 whether everybody sees that it exists' }) listed: boolean;
  @Shown({ nullable: true, type: String }) code: string | null;
  @Shown({ type: [InvitationView] }) invitations: InvitationView[];
  @Shown() changing: PossibleView;

  static of(call: Call, admission: CallAdmission | null, invitations: readonly CallInvitation[], changing: PossibleView): AdmissionView {
    return {
      byInvitation: call.visibility === 'invited', listed: admission?.listed ?? false, code: admission?.code ?? null, changing,
      invitations: invitations.map(({ organisationId, way, addedAt }) => ({ organisationId, way, addedAt })),
    };
  }
}

/** The answer to a code: from now on the organisation may apply. */
export class AdmittedView {
  @Shown() callId: string;
  @Shown() organisationId: string;
}
