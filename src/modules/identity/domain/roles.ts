import { say, type Sentence } from '#libs/errors';
import { no, yes, type Verdict } from '#libs/access';

/** Every role of the platform, in the words of the glossary. All are held at a node, only `applicant` for an organisation. */
export const ROLES = {
  applicant: say('申请人', 'Applicant'),
  officer: say('项目官员', 'Officer'),
  screener: say('资格审查员', 'Screener'),
  expert: say('评审专家', 'Expert'),
  roadshow_judge: say('路演评委', 'Roadshow judge'),
  mentor: say('导师', 'Mentor'),
  finance_maker: say('财务经办', 'Finance maker'),
  finance_approver: say('财务审批', 'Finance approver'),
  evaluator: say('评估员', 'Evaluator'),
  auditor: say('审计员', 'Auditor'),
  administrator: say('系统管理员', 'Administrator'),
} as const satisfies Record<string, Sentence>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];
/** Roles that an administrator can give; `applicant` comes with an organisation. */
export const NODE_ROLES = ROLE_NAMES.filter((role) => role !== 'applicant');

/** Staff is everybody who holds more than the applicant's role: a second factor is not optional for them. */
export const isStaff = (roles: readonly string[]): boolean => roles.some((role) => role !== 'applicant');

const FINANCE: readonly string[] = ['finance_maker', 'finance_approver'];

/** Whoever hands out roles must not also hold the purse; an auditor only reads. */
export function mayHoldTogether(roles: readonly string[]): Verdict {
  if (roles.includes('administrator') && roles.some((role) => FINANCE.includes(role))) {
    return no('roles_conflict', say('系统管理员不能兼任财务角色', 'An administrator cannot hold a finance role'));
  }
  if (roles.includes('auditor') && roles.some((role) => role !== 'auditor')) {
    return no('roles_conflict', say('审计员只能查阅，不能兼任其他角色', 'An auditor only reads and cannot hold another role'));
  }
  return yes;
}
