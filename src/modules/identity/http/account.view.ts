import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { accountLifecycle } from '../domain/account.lifecycle.js';
import type { AccountRow } from '../store/account-list.js';
import { RoleView } from './identity.view.js';

export class AccountView {
  @Shown() id: string;
  @Shown() email: string;
  @Shown() name: string;
  @Shown() language: string;
  @Shown({ enum: ['invited', 'unconfirmed', 'active', 'disabled'] }) status: string;
  @ShownSentence() label: Sentence;
  @Shown({ description: '本人 the reader’s own account' }) self: boolean;
  @Shown() secondFactorEnabled: boolean;
  @Shown({ type: [RoleView] }) roles: RoleView[];

  static of(row: AccountRow, readerId: string): AccountView {
    const { factor, roles, ...rest } = row;
    const shown = roles.map(({ id, role, nodePath, nodeName, subjectId }) =>
      Object.assign(new RoleView(), { id, role, nodePath: nodePath ?? undefined, nodeName: nodeName ?? undefined, subjectId: subjectId ?? undefined }),
    );
    return Object.assign(new AccountView(), rest, { label: accountLifecycle.label(row.status), self: row.id === readerId, secondFactorEnabled: factor, roles: shown });
  }
}

export class AccountPageView {
  @Shown({ type: [AccountView] }) items: AccountView[];
  @Shown({ required: false }) next?: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: '各状态人数 how many there are of each status' }) counts: Record<string, number>;
}
