import { runCli } from '../start/children.mjs';
import { ROOT } from '../start/platform.mjs';
import { Cast, PASSWORD } from './cast.mjs';
import { playProgramme } from './play.mjs';

const FOUNDER = 'administrator@example.org';
const NAMES = {
  administrator: '系统管理员 administrator', officer: '项目官员 officer', screener: '资格审查员 screener', expert: '评审专家 expert', roadshow_judge: '路演评委 roadshow judge',
  finance_maker: '财务经办 finance maker', finance_approver: '财务审批 finance approver', evaluator: '评估员 evaluator', auditor: '审计员 auditor', applicant: '申请人 applicant',
};

/**
 * Plays the demo programme on a running rehearsal.
 * @returns {Promise<string>} the accounts by role, for people to read
 */
export async function playDemo({ url, env }) {
  const cast = new Cast(url, { requests: 0 });
  await cast.administrator(FOUNDER, runCli(ROOT, ['found', FOUNDER, '系统管理员'], env).trim());
  await playProgramme({ cast, template: 'yangzhou-2021', tell: () => {} });
  return accountsOf(cast.accounts);
}

/** One account of each role: staff also give a code of their authenticator, which any such app makes from the key. */
function accountsOf(accounts) {
  const first = Object.keys(NAMES).map((role) => accounts.find((one) => one.role === role)).filter(Boolean);
  const lines = first.map(({ role, email, secret }) => `  ${NAMES[role].padEnd(26)} ${email.padEnd(32)} ${secret ? `验证器密钥 key ${secret}` : ''}`.trimEnd());
  return [`演示账号（密码均为 all with the password “${PASSWORD}”）：`, ...lines, ''].join('\n');
}
