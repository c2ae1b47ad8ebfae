import type { AccountToVerifyView, DepositView, ProjectMoneyView, ProjectRow, Role, TrancheRow } from '../../api/index.js';
import type { fundsTexts } from './texts.js';

type Words = string | { readonly zh: string; readonly en: string };

/** One thing that waits for a finance officer. */
export interface Task {
  readonly id: string;
  readonly what: Extract<keyof (typeof fundsTexts)['texts'], `do_${string}`>;
  readonly to: string;
  readonly tab?: string;
  readonly title: Words;
  readonly under: Words;
  readonly note: string | null;
  readonly amountFen: number | null;
  /** Day in Asia/Shanghai; null where no rule sets one. */
  readonly dueOn: string | null;
  readonly since: string | null;
  readonly waitsFor: readonly { readonly zh: string; readonly en: string }[];
}

interface Waiting {
  readonly tranches: readonly TrancheRow[];
  readonly deposits: readonly DepositView[];
  readonly accounts: readonly AccountToVerifyView[];
  /** Projects after their final evaluation, with their money. */
  readonly evaluated: readonly { readonly project: ProjectRow; readonly money: ProjectMoneyView }[];
}

/** What waits for somebody with these roles: dated things first, then whatever has waited longest. */
export function tasksOf({ tranches, deposits, accounts, evaluated }: Waiting, roles: readonly Role[]): { tasks: Task[]; notYet: Task[] } {
  const maker = roles.includes('finance_maker');
  const mine = tranches.flatMap((row) => {
    const what = stepFor(row, maker, roles.includes('finance_approver'));
    return what ? [ofTranche(row, what)] : [];
  });
  const shut = maker ? tranches.filter((row) => row.status === 'requested' && !row.open && !row.returned).map((row) => ofTranche(row, 'do_prepare')) : [];
  const money = deposits.filter(({ mayDecide }) => mayDecide).map(ofDeposit);
  const banks = accounts.filter(({ mayVerify, mayReject }) => mayVerify || mayReject).map(ofAccount);
  const ends = evaluated.flatMap(({ project, money: sums }) => {
    const what = endFor(sums);
    return what ? [ofProject(project, sums, what)] : [];
  });
  return { tasks: [...mine, ...money, ...banks, ...ends].sort(byDue), notYet: shut };
}

function stepFor({ status, open, returned }: TrancheRow, maker: boolean, approver: boolean): Task['what'] | null {
  if (status === 'prepared') return approver ? 'do_approve' : null;
  if (!maker) return null;
  if (status === 'approved') return 'do_pay';
  if (returned) return 'do_returned';
  return open ? 'do_prepare' : null;
}

/** Money that is owed comes back first; then the accounts are closed. */
function endFor({ owedFen, mayTakeBack, settleRefusal }: ProjectMoneyView): Task['what'] | null {
  if (owedFen > 0) return mayTakeBack ? 'do_take_back' : null;
  return settleRefusal === null ? 'do_settle' : null;
}

function ofProject({ id, number, name, organisationName }: ProjectRow, { owedFen }: ProjectMoneyView, what: Task['what']): Task {
  return { id, what, to: `/desk/projects/${id}`, tab: 'money', title: `${number} ${name}`, under: organisationName, note: null, amountFen: owedFen > 0 ? owedFen : null, dueOn: null, since: null, waitsFor: [] };
}

function ofTranche(row: TrancheRow, what: Task['what']): Task {
  return {
    id: row.id, what, to: `/desk/payments/${row.id}`, title: `${row.projectNumber} ${row.projectName}`, under: row.organisationName, note: row.returned ? row.reason : null,
    amountFen: row.payFen ?? row.amountFen, dueOn: row.dueOn, since: row.since, waitsFor: row.waitsFor,
  };
}

function ofDeposit({ id, callId, callTitle, memo, amountFen, proposedAt }: DepositView): Task {
  return { id, what: 'do_deposit', to: `/desk/funds/${callId}`, tab: 'deposits', title: callTitle, under: memo, note: null, amountFen, dueOn: null, since: proposedAt, waitsFor: [] };
}

function ofAccount({ id, organisationId, organisationName, bankName, masked, proposedAt }: AccountToVerifyView): Task {
  return {
    id, what: 'do_account', to: `/desk/organisations/${organisationId}`, tab: 'accounts', title: organisationName, under: `${bankName} ${masked}`, note: null, amountFen: null, dueOn: null, since: proposedAt, waitsFor: [],
  };
}

const byDue = (a: Task, b: Task): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || (a.since ?? '').localeCompare(b.since ?? '');
