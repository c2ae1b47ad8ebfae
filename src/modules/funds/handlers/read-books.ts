import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { packCursor, type Page, type PageRequest } from '#libs/database';
import { Ledger, type StatementLine } from '#libs/ledger';
import { CallsFacade, type CallView } from '#modules/calls';
import { ProjectsFacade } from '#modules/projects';
import { noSuchRound } from '../funds.errors.js';
import { accountInWords } from '../domain/account-words.js';
import { accountsOf } from '../domain/accounts-of-round.js';
import { BooksStore } from '../store/books.store.js';
import type { JournalPage, RoundRow, TrialBalanceView } from './books.view.js';
import { ReadBalances, type RoundBalances } from './read-balances.js';
import { STAFF } from './read-funds.js';
import { SummariseJournals } from './summarise-journals.js';

/** Finds a round for those who answer for its money. */
@Injectable()
export class VisibleRounds {
  constructor(
    private readonly calls: CallsFacade,
    private readonly books: BooksStore,
    private readonly balances: ReadBalances,
  ) {}

  /** @throws DomainError `call_absent` also for one out of sight */
  async one(callId: string, actor: Actor): Promise<CallView> {
    const call = await this.calls.get(callId);
    if (!actor.holdsAt(call.nodePath, ...STAFF)) throw noSuchRound();
    return call;
  }

  async money(callId: string, actor: Actor): Promise<RoundBalances> {
    const call = await this.one(callId, actor);
    return this.balances.of(callId, call.rulebook.money.poolFen);
  }

  /** Every published round in sight with its money, newest first. */
  async all(actor: Actor): Promise<RoundRow[]> {
    const rows: RoundRow[] = [];
    for (const id of await this.books.rounds(scopeOf(actor, ...STAFF))) {
      const { number, title, rulebook } = await this.calls.get(id);
      rows.push({ callId: id, number, title, ...(await this.balances.of(id, rulebook.money.poolFen)) });
    }
    return rows;
  }
}

/** The books of a round, as a bookkeeper reads them. */
@Injectable()
export class ReadBooks {
  constructor(
    private readonly rounds: VisibleRounds,
    private readonly ledger: Ledger,
    private readonly books: BooksStore,
    private readonly summarising: SummariseJournals,
    private readonly projects: ProjectsFacade,
  ) {}

  async statement(callId: string, page: PageRequest, actor: Actor): Promise<Page<StatementLine>> {
    await this.rounds.one(callId, actor);
    return this.ledger.statement(accountsOf(callId).prefix, page);
  }

  /** Entries in the order in which they were posted, those of one project alone where one is named. */
  async journal(callId: string, page: PageRequest & { projectId?: string }, actor: Actor): Promise<JournalPage> {
    await this.rounds.one(callId, actor);
    const rows = await this.books.journals(accountsOf(callId).prefix, page, page.projectId);
    const items = await this.summarising.run(callId, rows.slice(0, page.limit));
    return rows.length > page.limit ? { items, next: packCursor([rows[page.limit - 1]!.number]) } : { items };
  }

  async trialBalance(callId: string, actor: Actor): Promise<TrialBalanceView> {
    await this.rounds.one(callId, actor);
    const [accounts, projects] = await Promise.all([this.books.accounts(accountsOf(callId).prefix), this.projects.ofCall(callId)]);
    const numbers = new Map(projects.map(({ id, number }) => [id, number]));
    const lines = accounts.filter(({ balance }) => balance !== 0).map(({ code, balance }) => {
      const { name, side, projectId } = accountInWords(code);
      return { account: name, side, projectId, projectNumber: projectId && (numbers.get(projectId) ?? null), debitFen: Math.max(0, balance), creditFen: Math.max(0, -balance) };
    });
    const sum = (side: 'debitFen' | 'creditFen') => lines.reduce((total, line) => total + line[side], 0);
    return { lines, debitFen: sum('debitFen'), creditFen: sum('creditFen'), balanced: sum('debitFen') === sum('creditFen') };
  }
}
