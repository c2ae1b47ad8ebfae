import { insist, no, yes, type Actor, type Verdict } from '#libs/access';
import { refused, say, type Sentence } from '#libs/errors';

/** What a guard is given: who acts, when, and what the caller knows. */
export interface MoveContext {
  readonly actor: Actor;
  readonly now: Date;
}

export type Guard<Subject, Context extends MoveContext> = (subject: Subject, context: Context) => Verdict;

export interface StateTable {
  /** What staff read, and what the applicant or grantee reads where it differs. */
  readonly label: Sentence;
  readonly outsideLabel?: Sentence;
  /** A life may begin here too, beside the initial state. */
  readonly begins?: true;
  /** A final state is left by no move. */
  readonly final?: true;
}

export interface MoveTable<State extends string, Subject, Context extends MoveContext> {
  readonly from: readonly State[];
  readonly to: State;
  readonly label: Sentence;
  readonly onlyIf?: readonly Guard<Subject, Context>[];
  /** Event told after the move has been committed. */
  readonly tells?: string;
}

export interface LifecycleTable<State extends string, Move extends string, Subject, Context extends MoveContext> {
  readonly name: string;
  readonly initial: State;
  readonly states: Record<State, StateTable>;
  readonly moves: Record<Move, MoveTable<State, Subject, Context>>;
}

export interface PossibleMove<Move extends string> {
  readonly move: Move;
  readonly label: Sentence;
  readonly verdict: Verdict;
}

/** One life, read as a table: which move leads from where to where, only if what, telling whom. */
export class Lifecycle<State extends string, Move extends string, Subject extends { status: State }, Context extends MoveContext> {
  constructor(readonly table: LifecycleTable<State, Move, Subject, Context>) {
    check(table);
  }

  /** Whether the move may be made now, and why not. */
  judge(subject: Subject, move: Move, context: Context): Verdict {
    const row = this.table.moves[move];
    if (!row.from.includes(subject.status)) return this.wrongState(subject, row);
    for (const guard of row.onlyIf ?? []) {
      const verdict = guard(subject, context);
      if (!verdict.allowed) return verdict;
    }
    return yes;
  }

  /** Makes the move and answers the event to tell. @throws DomainError with the guard's own reason */
  move(subject: Subject, move: Move, context: Context): string | undefined {
    if (!(move in this.table.moves)) {
      throw refused('move_unknown', say('没有“{move}”这个操作', 'There is no move "{move}"'), { move });
    }
    insist(this.judge(subject, move, context));
    const row = this.table.moves[move];
    subject.status = row.to;
    return row.tells;
  }

  /** Every move out of the present state, allowed or with the reason against it. */
  possible(subject: Subject, context: Context): PossibleMove<Move>[] {
    return this.moves()
      .filter(([, row]) => row.from.includes(subject.status))
      .map(([move, row]) => ({ move, label: row.label, verdict: this.judge(subject, move, context) }));
  }

  get states(): State[] {
    return Object.keys(this.table.states) as State[];
  }

  moves(): [Move, MoveTable<State, Subject, Context>][] {
    return Object.entries(this.table.moves) as [Move, MoveTable<State, Subject, Context>][];
  }

  label(state: State, audience: 'staff' | 'outside' = 'staff'): Sentence {
    const row = this.table.states[state];
    return audience === 'outside' ? (row.outsideLabel ?? row.label) : row.label;
  }

  /** The table as a Mermaid state diagram, kept in step with the module's README by a snapshot. */
  toMermaid(): string {
    const lines = this.moves().flatMap(([move, row]) => row.from.map((from) => `  ${from} --> ${row.to}: ${move}`));
    const ends = this.states.filter((state) => this.table.states[state].final).map((state) => `  ${state} --> [*]`);
    const begins = this.states.filter((state) => this.table.states[state].begins).map((state) => `  [*] --> ${state}`);
    return ['stateDiagram-v2', `  [*] --> ${this.table.initial}`, ...begins, ...lines, ...ends].join('\n');
  }

  private wrongState(subject: Subject, row: MoveTable<State, Subject, Context>): Verdict {
    const { zh, en } = this.table.states[subject.status].label;
    return no('wrong_state', say(`当前状态为“${zh}”，不能${row.label.zh}`, `Its status is "${en}": "${row.label.en}" is not possible`), {
      status: subject.status,
    });
  }
}

export const defineLifecycle = <State extends string, Move extends string, Subject extends { status: State }, Context extends MoveContext>(
  table: LifecycleTable<State, Move, Subject, Context>,
): Lifecycle<State, Move, Subject, Context> => new Lifecycle(table);

function check(table: LifecycleTable<string, string, never, never>): void {
  const problem = [...unknownStates(table), ...strandedStates(table)][0];
  if (problem) throw new Error(`Lifecycle "${table.name}": ${problem}`);
}

function* unknownStates({ initial, states, moves }: LifecycleTable<string, string, never, never>): Generator<string> {
  if (!(initial in states)) yield `the initial state "${initial}" is not a state`;
  for (const [name, row] of Object.entries(moves)) {
    for (const state of [...row.from, row.to]) if (!(state in states)) yield `move "${name}" names the unknown state "${state}"`;
  }
}

function* strandedStates(table: LifecycleTable<string, string, never, never>): Generator<string> {
  const reached = reach(table);
  for (const [state, { final }] of Object.entries(table.states)) {
    const leaves = Object.values(table.moves).some((row) => row.from.includes(state));
    if (!reached.has(state)) yield `no move leads to "${state}"`;
    if (final && leaves) yield `"${state}" is final but a move leaves it`;
    if (!final && !leaves) yield `"${state}" is a dead end and not declared final`;
  }
}

function reach(table: LifecycleTable<string, string, never, never>): Set<string> {
  const reached = new Set([table.initial, ...Object.keys(table.states).filter((state) => table.states[state]!.begins)]);
  for (let grown = true; grown; ) {
    const size = reached.size;
    for (const row of Object.values(table.moves)) if (row.from.some((state) => reached.has(state))) reached.add(row.to);
    grown = reached.size > size;
  }
  return reached;
}
