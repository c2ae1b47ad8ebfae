import { setImmediate as endOfTurn } from 'node:timers/promises';
import { atMost } from './at-most.js';

/** A question that is still being gathered, or asked. */
interface Gathered<Answer> {
  readonly keys: Set<string>;
  readonly answers: Promise<ReadonlyMap<string, Answer>>;
}

/** Nobody waits longer for somebody else's question: it may have been sent over a connection that has silently died. */
export const LONGEST_WAIT_MS = 20;

/**
 * Asks the same question for many at once: for all who come in one turn of the process, and while one question is under way, for those who
 * come meanwhile and wait for its end. In a rush one question serves several, and on a quiet day nobody waits. Whoever joins is answered by
 * a question that is asked later than her coming.
 */
export class SharedQuestion<Answer> {
  private gathering?: Gathered<Answer>;
  /** When the next may be asked. */
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * @param ask answers by key; a key that is not among the answers is answered with `undefined`
   * @param most keys of one question; the others wait for the next
   */
  constructor(
    private readonly ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
    private readonly most: number,
  ) {}

  /** @throws whatever the question fails with, to all who share it */
  async of(key: string): Promise<Answer | undefined> {
    const gathered = this.gathering && this.gathering.keys.size < this.most ? this.gathering : this.gather();
    gathered.keys.add(key);
    return (await gathered.answers).get(key);
  }

  /** Asked by whoever comes first of those who share it, as part of what she does. */
  private gather(): Gathered<Answer> {
    const keys = new Set<string>();
    const answers = this.turn.then(() => endOfTurn()).then(() => {
      if (this.gathering === gathered) this.gathering = undefined;
      return this.ask([...keys]);
    });
    this.turn = this.turn.then(() => atMost(answers, LONGEST_WAIT_MS).catch(() => undefined));
    const gathered = (this.gathering = { keys, answers });
    return gathered;
  }
}
