import { no, when } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Account, AccountStatus } from './account.js';

export type AccountMove = 'invite' | 'accept' | 'confirm' | 'disable' | 'enable';

const notOneself = (account: Account, { actor }: MoveContext) =>
  when(account.id !== actor.accountId, no('not_oneself', say('不能停用自己的账号', 'Nobody can disable their own account')));

/** The life of an account: invited or self-registered, then active, and disabled when the person leaves. A guest never signs in. */
export const accountLifecycle = defineLifecycle<AccountStatus, AccountMove, Account, MoveContext>({
  name: 'account',
  initial: 'unconfirmed',
  states: {
    unconfirmed: { label: say('邮箱待确认', 'Address unconfirmed') },
    invited: { label: say('已邀请', 'Invited') },
    active: { label: say('正常', 'Active') },
    disabled: { label: say('已停用', 'Disabled') },
    // Somebody without an account, such as a guest judge: named in the record, and nothing more.
    guest: { label: say('无账号', 'Without an account'), begins: true, final: true },
  },
  moves: {
    // Somebody may have registered with an address that is not theirs: an invitation takes it back.
    invite: { from: ['unconfirmed'], to: 'invited', label: say('邀请', 'Invite') },
    accept: { from: ['invited'], to: 'active', label: say('接受邀请', 'Accept the invitation') },
    confirm: { from: ['unconfirmed'], to: 'active', label: say('确认邮箱', 'Confirm the address') },
    disable: { from: ['active', 'invited'], to: 'disabled', label: say('停用', 'Disable'), onlyIf: [notOneself] },
    enable: { from: ['disabled'], to: 'active', label: say('恢复', 'Enable') },
  },
});
