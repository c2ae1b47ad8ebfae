import { QueryFailedError } from 'typeorm';
import { absent, invalid, refused, say, type DomainError } from '#libs/errors';
import { fen, formatFen, subtractFen } from '#libs/money';

export const accountAbsent = (code: string): DomainError =>
  absent('ledger_account_absent', say('没有科目 {code}', 'There is no account {code}'), { code });

export const journalAbsent = (key: string): DomainError =>
  absent('ledger_journal_absent', say('没有凭证 {key}', 'There is no journal {key}'), { key });

export const accountDiffers = (code: string): DomainError =>
  refused(
    'ledger_account_differs',
    say('科目 {code} 已存在，且类别或下限不同', 'The account {code} exists with another kind or floor'),
    { code },
  );

export const keyReused = (key: string): DomainError =>
  refused(
    'ledger_key_reused',
    say('凭证编号 {key} 已用于另一笔内容不同的记账', 'The journal key {key} was used for a journal with other content'),
    { key },
  );

export const alreadyReversed = (key: string): DomainError =>
  refused('ledger_already_reversed', say('凭证 {key} 已经冲销', 'The journal {key} has been reversed already'), { key });

export const reversalIsFinal = (key: string): DomainError =>
  refused(
    'ledger_reversal_final',
    say('凭证 {key} 是冲销凭证，不能再冲销；请另行记账', 'The journal {key} is a reversal and cannot be reversed; post a new journal'),
    { key },
  );

export const journalIncomplete = (key: string): DomainError =>
  invalid(
    'ledger_journal_incomplete',
    say('凭证 {key} 至少要有两个科目，每个金额不为零', 'The journal {key} needs at least two accounts, each with an amount that is not zero'),
    { key },
  );

export const journalUnbalanced = (key: string, total: bigint): DomainError =>
  invalid(
    'ledger_journal_unbalanced',
    say('凭证 {key} 借贷不平，相差 {fen} 分', 'The journal {key} does not balance: it is off by {fen} fen'),
    { key, fen: total.toString() },
  );

/** Reads a refusal of the database as one of ours; anything else is handed back as it came. */
export function readRefusal(error: unknown, key: string): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { code, detail, constraint } = error.driverError as { code?: string; detail?: string; constraint?: string };
  if (code === 'LG001' && detail) return insufficientBalance(JSON.parse(detail) as FloorReached);
  if (constraint === 'ledger_journal_reversal_of_key') return alreadyReversed(key);
  if (code === '23514' && constraint === 'ledger_account_balance_check') return balanceTooLarge();
  return error;
}

interface FloorReached {
  code: string;
  name: string;
  balance: number;
  floor: number;
  amount: number;
}

function insufficientBalance({ code, name, balance, floor, amount }: FloorReached): DomainError {
  const remaining = subtractFen(fen(balance), fen(floor));
  return refused(
    'insufficient_balance',
    say('“{name}”余额不足：可用 {remaining}，需要 {needed}', '"{name}" does not hold enough: {remaining} left, {needed} needed'),
    { name, account: code, remaining: formatFen(remaining), needed: formatFen(fen(-amount)), remainingFen: remaining, neededFen: -amount },
  );
}

const balanceTooLarge = (): DomainError =>
  invalid('ledger_out_of_range', say('余额超出可精确记录的范围', 'The balance would be beyond what can be recorded exactly'));
