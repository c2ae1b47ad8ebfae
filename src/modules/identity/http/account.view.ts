import { Shown } from '#libs/http';
import type { AccountRow } from '../store/account-list.js';
import { RoleView } from './identity.view.js';

export class AccountView {
  @Shown() id: string;
  @Shown() email: string;
  @Shown() name: string;
  @Shown() language: string;
  @Shown({ enum: ['invited', 'unconfirmed', 'active', 'disabled'] }) status: string;
  @Shown() secondFactorEnabled: boolean;
  @Shown({ type: [RoleView] }) roles: RoleView[];

  static of(row: AccountRow): AccountView {
    const { factor, roles, ...rest } = row;
    const shown = roles.map(({ id, role, nodePath, nodeName, subjectId }) =>
      Object.assign(new RoleView(), { id, role, nodePath: nodePath ?? undefined, nodeName: nodeName ?? undefined, subjectId: subjectId ?? undefined }),
    );
    return Object.assign(new AccountView(), rest, { secondFactorEnabled: factor, roles: shown });
  }
}

export class AccountPageView {
  @Shown({ type: [AccountView] }) items: AccountView[];
  @Shown({ required: false }) next?: string;
}
