import { say, type Sentence } from '#libs/errors';

/** What a bookkeeper calls the accounts of a round; the first four are budgetary, the others cash. */
const NAMES: Readonly<Record<string, Sentence>> = {
  authorised: say('批次资金总额', 'Pool of the round'),
  free: say('未承诺资金', 'Not committed'),
  committed: say('已承诺资金', 'Committed'),
  used: say('已使用额度', 'Used'),
  source: say('资金来源', 'Money granted in'),
  bank: say('银行存款', 'Bank'),
  paid: say('已拨付资金', 'Paid to grantees'),
};

const BUDGETARY: readonly string[] = ['authorised', 'free', 'committed', 'used'];

export interface AccountInWords {
  readonly name: Sentence;
  /** The side of the books: 预算 or 财务. */
  readonly side: 'budget' | 'cash';
  readonly projectId: string | null;
}

/** Reads an account's code: `round:<call>:<name>`, with the project behind it where there is one. */
export function accountInWords(code: string): AccountInWords {
  const [, , name = '', projectId = null] = code.split(':');
  return { name: NAMES[name] ?? say(name, name), side: BUDGETARY.includes(name) ? 'budget' : 'cash', projectId };
}
