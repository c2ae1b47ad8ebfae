import fc from 'fast-check';
import type { DomainError } from '#libs/errors';
import { fen } from '#libs/money';
import { transfer, type Books } from './ledger.fixture.js';

interface Journal {
  from: string;
  to: string;
  amount: number;
  reversed: boolean;
  reversalOf?: string;
}

/** What the books should hold, kept in memory. */
export interface Model {
  balances: Map<string, number>;
  floors: Map<string, number>;
  journals: Map<string, Journal>;
}

/** The books under test; `prefix` keeps the accounts of one run apart from those of the others. */
export interface Real {
  books: Books;
  prefix: string;
}

type Command = fc.AsyncCommand<Model, Real>;

/** Runs the work in a transaction and answers the code of its refusal, or nothing. */
async function outcome(real: Real, work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await real.books.tx.run(work);
    return undefined;
  } catch (error) {
    const { code } = error as DomainError;
    if (!code) throw error;
    return code;
  }
}

const fits = (model: Model, account: string, change: number) =>
  (model.balances.get(account) ?? 0) + change >= (model.floors.get(account) ?? -Infinity);

class Open implements Command {
  constructor(private readonly account: string, private readonly floor: number | undefined) {}

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const known = model.balances.has(this.account);
    const differs = known && model.floors.get(this.account) !== this.floor;
    const wanted = { code: real.prefix + this.account, name: this.account, kind: 'asset' as const };
    const told = await outcome(real, () =>
      real.books.ledger.openAccount(this.floor === undefined ? wanted : { ...wanted, floor: fen(this.floor) }));
    expect(told).toBe(differs ? 'ledger_account_differs' : undefined);
    if (known) return;
    model.balances.set(this.account, 0);
    if (this.floor !== undefined) model.floors.set(this.account, this.floor);
  }

  toString = () => `open(${this.account}, ${this.floor})`;
}

class Post implements Command {
  constructor(private readonly key: string, private readonly from: string, private readonly to: string, private readonly amount: number) {}

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const { key, from, to, amount } = this;
    const told = await outcome(real, () =>
      real.books.ledger.post(transfer(real.prefix + key, real.prefix + from, real.prefix + to, amount)));
    expect(told).toBe(this.expected(model));
    if (told !== undefined || model.journals.has(key)) return;
    move(model, from, to, amount);
    model.journals.set(key, { from, to, amount, reversed: false });
  }

  private expected(model: Model): string | undefined {
    const { key, from, to, amount } = this;
    if (from === to || amount === 0) return 'ledger_journal_incomplete';
    const known = model.journals.get(key);
    if (known) return this.repeats(known) ? undefined : 'ledger_key_reused';
    const present = [from, to].filter((account) => model.balances.has(account));
    const short = present.some((account) => !fits(model, account, account === from ? -amount : amount));
    if (short) return 'insufficient_balance';
    return present.length < 2 ? 'ledger_account_absent' : undefined;
  }

  private repeats(known: Journal): boolean {
    const { from, to, amount } = known.amount * this.amount > 0 ? known : { from: known.to, to: known.from, amount: -known.amount };
    return known.reversalOf === undefined && from === this.from && to === this.to && amount === this.amount;
  }

  toString = () => `post(${this.key}, ${this.from} -> ${this.to}, ${this.amount})`;
}

class Reverse implements Command {
  constructor(private readonly of: string, private readonly key: string) {}

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const words = { key: real.prefix + this.key, memo: '冲销', actorId: '01900000-0000-7000-8000-000000000002' };
    const told = await outcome(real, () => real.books.ledger.reverse(real.prefix + this.of, words));
    expect(told).toBe(this.expected(model));
    if (told !== undefined || model.journals.has(this.key)) return;
    const original = model.journals.get(this.of)!;
    move(model, original.to, original.from, original.amount);
    original.reversed = true;
    model.journals.set(this.key, { ...original, reversalOf: this.of });
  }

  private expected(model: Model): string | undefined {
    const original = model.journals.get(this.of);
    if (!original) return 'ledger_journal_absent';
    if (original.reversalOf !== undefined) return 'ledger_reversal_final';
    const known = model.journals.get(this.key);
    if (known) return known.reversalOf === this.of ? undefined : 'ledger_key_reused';
    const { from, to, amount } = original;
    if (original.reversed) return 'ledger_already_reversed';
    return fits(model, to, -amount) && fits(model, from, amount) ? undefined : 'insufficient_balance';
  }

  toString = () => `reverse(${this.of}, ${this.key})`;
}

class Compare implements Command {
  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const { accounts } = await real.books.ledger.trialBalance();
    const ours = accounts.filter(({ code }) => code.startsWith(real.prefix));
    const told = ours.map(({ code, debit, credit }) => [code.slice(real.prefix.length), debit - credit]);
    expect(new Map(told as [string, number][])).toEqual(new Map([...model.balances].sort()));
    expect([...model.balances.values()].reduce((a, b) => a + b, 0)).toBe(0);
  }

  toString = () => 'compare';
}

function move(model: Model, from: string, to: string, amount: number): void {
  model.balances.set(from, model.balances.get(from)! - amount);
  model.balances.set(to, model.balances.get(to)! + amount);
}

const account = fc.constantFrom('a', 'b', 'c', 'd');
const key = fc.nat({ max: 40 }).map((n) => `k${n}`);
const amount = fc.integer({ min: -5_000, max: 5_000 });

/** The random operations. */
export const commands = [
  fc.tuple(account, fc.constantFrom(undefined, 0, -3_000)).map(([name, floor]) => new Open(name, floor)),
  fc.tuple(key, account, account, amount).map(([name, from, to, value]) => new Post(name, from, to, value)),
  fc.tuple(key, account, account, amount).map(([name, from, to, value]) => new Post(name, from, to, value)),
  fc.tuple(key, key).map(([of, name]) => new Reverse(of, name)),
  fc.constant(new Compare()),
];
