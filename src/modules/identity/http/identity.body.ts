import { EmailAddress, Identifier, InstantText, ListOf, ListQuery, OneOf, Text } from '#libs/http';
import type { Language } from '#libs/errors';
import type { AccountStatus } from '../domain/account.js';
import { NODE_KINDS, type NodeKind } from '../domain/organiser-node.js';
import { NODE_ROLES, type Role } from '../domain/roles.js';

const LANGUAGES = ['zh', 'en'];

export class SignInBody {
  @Text({ max: 254 }) email: string;
  @Text({ max: 1000 }) password: string;
}

export class CodeBody {
  @Text({ min: 6, max: 40, description: '动态验证码或恢复码 a code of the authenticator or a recovery code' }) code: string;
}

export class LanguageBody {
  @OneOf(LANGUAGES) language: Language;
}

export class ChangePasswordBody {
  @Text({ max: 1000 }) present: string;
  @Text({ max: 1000 }) password: string;
}

export class RegisterBody {
  @EmailAddress() email: string;
  @Text({ max: 80 }) name: string;
  @Text({ max: 1000 }) password: string;
  @OneOf(LANGUAGES, { optional: true }) language?: Language;
}

export class EmailBody {
  @EmailAddress() email: string;
}

export class TokenBody {
  @Text({ max: 200 }) token: string;
}

export class ChoosePasswordBody extends TokenBody {
  @Text({ max: 1000 }) password: string;
}

export class RoleBody {
  @OneOf(NODE_ROLES) role: Role;
  @Identifier() nodeId: string;
}

export class InviteBody {
  @EmailAddress() email: string;
  @Text({ max: 80 }) name: string;
  @OneOf(LANGUAGES, { optional: true }) language?: Language;
  @ListOf(() => RoleBody, { min: 1, max: 20 }) roles: RoleBody[];
}

export class AccountsQuery extends ListQuery {
  @Text({ max: 100, optional: true, description: '姓名或邮箱 part of a name or an address' }) words?: string;
  @OneOf(NODE_ROLES, { optional: true }) role?: Role;
  @OneOf(['invited', 'unconfirmed', 'active', 'disabled'], { optional: true }) status?: AccountStatus;
}

export class NodeBody {
  @Identifier() parentId: string;
  @Text({ max: 16, pattern: /^[a-z0-9]+$/ }) code: string;
  @OneOf(NODE_KINDS) kind: NodeKind;
  @Text({ max: 100 }) name: string;
}

export class RenameBody {
  @Text({ max: 100 }) name: string;
}

export class SandboxClockBody {
  @InstantText() now: string;
}
