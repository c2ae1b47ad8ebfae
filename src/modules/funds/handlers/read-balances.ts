import { Injectable } from '@nestjs/common';
import { ProjectsFacade } from '#modules/projects';
import { accountsOf } from '../domain/accounts-of-round.js';
import { BooksStore } from '../store/books.store.js';

/** How the money of a round stands, in fen. */
export interface RoundBalances {
  readonly poolFen: number;
  readonly freeFen: number;
  readonly committedFen: number;
  readonly paidFen: number;
  readonly returnedFen: number;
  readonly grantedInFen: number;
  readonly bankFen: number;
}

@Injectable()
export class ReadBalances {
  constructor(
    private readonly books: BooksStore,
    private readonly projects: ProjectsFacade,
  ) {}

  async of(callId: string, poolFen: number): Promise<RoundBalances> {
    const accounts = accountsOf(callId);
    const [balances, projects] = await Promise.all([this.books.balances(accounts.prefix), this.projects.ofCall(callId)]);
    const at = (code: string) => balances.get(code) ?? 0;
    const sum = (codes: readonly string[]) => codes.reduce((total, code) => total + at(code), 0);
    return {
      poolFen,
      // The pool is authorised with the first project; until then all of it is free.
      freeFen: at(accounts.authorised) === 0 ? poolFen : at(accounts.free),
      committedFen: sum(projects.map(({ id }) => accounts.committed(id))),
      paidFen: sum(projects.map(({ id }) => accounts.paid(id))),
      returnedFen: await this.books.returnedIn(callId),
      grantedInFen: -at(accounts.source),
      bankFen: at(accounts.bank),
    };
  }
}
