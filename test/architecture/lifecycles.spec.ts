import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SYSTEM } from '#libs/access';
import { DomainError } from '#libs/errors';
import { defineLifecycle, Lifecycle, type LifecycleTable, type MoveContext } from '#libs/lifecycle';

type AnyTable = LifecycleTable<string, string, { status: string }, MoveContext>;

const MODULES = resolve(__dirname, '../../src/modules');
const context: MoveContext = { actor: SYSTEM, now: new Date('2026-01-01T00:00:00Z') };

/** Every life that a module defines, found by its source: a new one is examined without being named here. */
const lives = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/domain\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts') && readFileSync(join(MODULES, path), 'utf8').includes('defineLifecycle<'))
  .flatMap((path) => Object.values(require(join(MODULES, path)) as object))
  .filter((value): value is Lifecycle<string, string, { status: string }, MoveContext> => value instanceof Lifecycle);

const pairs = lives.flatMap((life) => life.states.flatMap((state) => life.moves().map(([move, row]) => ({ life, state, move, row, listed: row.from.includes(state) }))));
const names = lives.map((life) => [life.table.name, life] as const);

/** The same table, with nothing that could stand against a move but the state. */
const unguarded = ({ table }: (typeof lives)[number]) =>
  defineLifecycle({ ...table, moves: Object.fromEntries(Object.entries(table.moves).map(([move, row]) => [move, { ...row, onlyIf: [] }])) } as AnyTable);

function refusalOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
}

describe('every move in every state', () => {
  it('is examined: all lives were found, and each of them has pairs of both kinds', () => {
    expect(lives.length).toBeGreaterThanOrEqual(14);
    for (const life of lives) expect(new Set(pairs.filter((pair) => pair.life === life).map(({ listed }) => listed)).size).toBe(2);
  });

  it.each(names)('%s: what the table does not list is refused before any other reason is looked for, and the state stays', (_name, life) => {
    const taken = pairs.filter((pair) => pair.life === life && !pair.listed).filter(({ state, move }) => {
      const subject = { status: state };
      return refusalOf(() => life.move(subject, move, context)) !== 'wrong_state' || subject.status !== state;
    });
    expect(taken.map(({ state, move }) => `${state}: ${move}`)).toEqual([]);
  });

  it.each(names)('%s: what the table lists leads where it says, and a second time only where it says so', (_name, life) => {
    const free = unguarded(life);
    const astray = pairs.filter((pair) => pair.life === life && pair.listed).filter(({ state, move, row }) => {
      const subject = { status: state };
      free.move(subject, move, context);
      return subject.status !== row.to || refusalOf(() => free.move(subject, move, context)) !== (row.from.includes(row.to) ? undefined : 'wrong_state');
    });
    expect(astray.map(({ state, move }) => `${state}: ${move}`)).toEqual([]);
  });

  it('knows no other move', () => {
    for (const life of lives) expect(refusalOf(() => life.move({ status: life.table.initial }, 'no-such-move', context))).toBe('move_unknown');
  });
});
