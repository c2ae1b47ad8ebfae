export { Ledger } from './ledger.js';
export { LedgerModule } from './ledger.module.js';
export { ledgerInvariants } from './ledger.invariants.js';
export type { Invariant } from './ledger.invariants.js';
export type {
  AccountKind, LedgerAccount, LedgerAccountId, LedgerJournalId, NewAccount, NewJournal, NewReversal, PostingLine,
  StatementLine, TrialBalance, TrialBalanceLine,
} from './books.js';
