import { PASSWORD } from '../cast.mjs';

const NAMES = {
  administrator: '系统管理员 administrator', officer: '项目官员 officer', screener: '资格审查员 screener', expert: '评审专家 expert', roadshow_judge: '路演评委 roadshow judge',
  finance_maker: '财务经办 finance maker', finance_approver: '财务审批 finance approver', evaluator: '评估员 evaluator', auditor: '审计员 auditor', applicant: '申请人 applicant',
};
/** How many of a role are printed, where it is more than one. */
const SHOWN = { expert: 2, applicant: 3 };

const number = ({ email }) => Number(/\d+/.exec(email)?.[0] ?? 0);

/** @returns {object[]} everybody, by role and number, with what she needs to sign in and what waits for her */
export function accountsOf({ accounts }, waits) {
  const roles = Object.keys(NAMES);
  return accounts
    .map(({ role, name, email, browser }) => ({ role, name, email, password: PASSWORD, secret: browser.secret ?? null, waits: waits.of(email) }))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || number(a) - number(b));
}

/** The short list that people read at every start: staff, and whoever has set one up, also give a code of their authenticator. */
export function printed(accounts) {
  const shown = Object.keys(NAMES).flatMap((role) => accounts.filter((one) => one.role === role).slice(0, SHOWN[role] ?? 1));
  const lines = shown.map(({ role, email, secret }) => `  ${padded(NAMES[role], 27)} ${email.padEnd(32)} ${secret ? `验证器密钥 key ${secret}` : ''}`.trimEnd());
  return [
    `演示账号（密码均为 all with the password “${PASSWORD}”）：`, ...lines,
    '  有密钥的账号登录时还要一个动态码：在任意身份验证器中手工添加该密钥即可得到。',
    '  Accounts with a key also give a six-digit code: add the key to any authenticator app.', '',
  ].join('\n');
}

/** Chinese characters take two columns of a terminal. */
const padded = (text, columns) => text + ' '.repeat(Math.max(0, columns - [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)));
