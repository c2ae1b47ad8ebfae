import { Shown } from '#libs/http';
import type { OrganiserNode } from '../domain/organiser-node.js';
import type { Session } from '../domain/session.js';
import type { CurrentSession, FactorState } from '../handlers/read-session.js';
import type { RoleRow } from '../store/account.store.js';

export class RoleView {
  @Shown() id: string;
  @Shown() role: string;
  @Shown({ required: false }) nodePath?: string;
  @Shown({ required: false }) nodeName?: string;
  @Shown({ required: false, description: 'the organisation, for applicants' }) subjectId?: string;

  static of({ id, role, nodePath, nodeName, subjectId }: RoleRow): RoleView {
    return Object.assign(new RoleView(), { id, role, nodePath, nodeName, subjectId });
  }
}

export class SessionAccountView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown({ enum: ['zh', 'en'] }) language: string;
  @Shown({ type: [RoleView] }) roles: RoleView[];
}

export class SessionView {
  @Shown({ type: SessionAccountView }) account: SessionAccountView;
  @Shown({ description: 'to be sent back as X-CSRF-Token with every write' }) csrfToken: string;
  @Shown() secondFactorEnabled: boolean;
  @Shown({ enum: ['not_needed', 'passed', 'asked', 'to_be_enrolled'] }) secondFactor: FactorState;

  static of(session: CurrentSession): SessionView {
    const { accountId: id, name, language } = session.actor;
    return Object.assign(new SessionView(), {
      account: { id, name, language, roles: session.roles.map((role) => RoleView.of(role)) },
      csrfToken: session.csrfToken,
      secondFactorEnabled: session.factorEnrolled,
      secondFactor: session.factor,
    });
  }
}

export class OpenSessionView {
  @Shown() id: string;
  @Shown() startedAt: Date;
  @Shown() lastSeenAt: Date;
  @Shown() expiresAt: Date;
  @Shown() address: string;
  @Shown() device: string;
  @Shown({ description: 'the session of this request' }) current: boolean;

  static of(session: Session, current: string): OpenSessionView {
    const { id, startedAt, lastSeenAt, expiresAt, address, device } = session;
    return Object.assign(new OpenSessionView(), { id, startedAt, lastSeenAt, expiresAt, address, device, current: id === current });
  }
}

export class EnrolmentView {
  @Shown({ description: 'Base32, for typing' }) secret: string;
  @Shown({ description: 'otpauth:// for scanning' }) uri: string;
}

export class RecoveryCodesView {
  @Shown({ type: [String], description: 'shown once' }) recoveryCodes: string[];
}

export class EnrolledView extends SessionView {
  @Shown({ type: [String], description: 'shown once' }) recoveryCodes: string[];
}

export class NodeShown {
  @Shown() id: string;
  @Shown({ required: false }) parentId?: string;
  @Shown() path: string;
  @Shown() kind: string;
  @Shown() name: string;

  static of({ id, parentId, path, kind, name }: OrganiserNode): NodeShown {
    return Object.assign(new NodeShown(), { id, parentId: parentId ?? undefined, path, kind, name });
  }
}

export class IdView {
  @Shown() id: string;
}

export class AcceptedView {
  @Shown({ description: 'the same answer whether the account exists' }) accepted: true;
}
