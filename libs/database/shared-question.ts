import { performance } from 'node:perf_hooks';
import { setImmediate as endOfTurn, setTimeout as sleep } from 'node:timers/promises';
import { atMost } from './at-most.js';

/** A question that is still being gathered, or asked. */
interface Gathered<Answer> {
  readonly keys: Set<string>;
  readonly answers: Promise<ReadonlyMap<string, Answer>>;
}

/** Nobody waits longer for somebody else's question: it may have been sent over a connection that has silently died. */
export const LONGEST_WAIT_MS = 20;

/** In a rush a question waits so long for company: that spares more than it costs. */
const COMPANY_MS = 2;

/**
 * Asks the same question for many at once: for all who come in one turn of the process, and while one question is under way, for those who
 * come meanwhile and wait for its end. In a rush one question serves several, and waits two milliseconds for more; on a quiet day nobody
 * waits. Whoever joins is answered by a question that is asked later than her coming.
 */
export class SharedQuestion<Answer> {
  private gathering?: Gathered<Answer>;
  /** When one was last asked for more than one, in monotonic milliseconds. */
  private company = -Infinity;
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

  /** Others were asking just now, too. */
  private get isRush(): boolean {
    return performance.now() - this.company < LONGEST_WAIT_MS;
  }

  /** Asked by whoever comes first of those who share it, as part of what she does. */
  private gather(): Gathered<Answer> {
    const keys = new Set<string>();
    const answers = this.turn.then(() => (this.isRush ? sleep(COMPANY_MS) : endOfTurn())).then(() => {
      if (this.gathering === gathered) this.gathering = undefined;
      if (keys.size > 1) this.company = performance.now();
      return this.ask([...keys]);
    });
    this.turn = this.turn.then(() => atMost(answers, LONGEST_WAIT_MS).catch(() => undefined));
    const gathered = (this.gathering = { keys, answers });
    return gathered;
  }
}
