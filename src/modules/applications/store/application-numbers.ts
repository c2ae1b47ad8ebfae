import { performance } from 'node:perf_hooks';
import { atMost, LONGEST_WAIT_MS, Overtaken, type Transaction } from '#libs/database';

/** A number is kept for so long; if its keeper has gone by then, it is anybody's. */
const KEPT_SECONDS = 30;
/** Nobody begins to use one that another may have in a moment. */
const USED_WITHIN_MS = (KEPT_SECONDS - 10) * 1_000;
/** So many are kept at once at most. */
const MOST_KEPT = 16;
const MOST_CALLS = 1_000;

/** The lowest that nobody keeps; what another takes at this moment is passed over. */
const KEEP_READY = `
  update application_number_ready set kept_until = clock_timestamp() + interval '${KEPT_SECONDS} s' where ctid = any(array(
    select ctid from application_number_ready where call_id = $1 and kept_until < clock_timestamp() order by n limit $2 for update skip locked)) returning n`;

/** Where none lies ready, one after the other. */
const COUNT_ON = `
  with counted as (
    insert into application_number (call_id, last) values ($1, $2) on conflict (call_id) do update set last = application_number.last + $2 returning last)
  insert into application_number_ready (call_id, n, kept_until)
  select $1, generate_series(last - $2 + 1, last), clock_timestamp() + interval '${KEPT_SECONDS} s' from counted returning n`;

const GIVE_BACK = `update application_number_ready set kept_until = '-infinity' where n = $1 and call_id = $2`;

const USE = 'delete from application_number_ready where n = $1 and call_id = $2 returning n';

interface Kept {
  /** The lowest first. */
  numbers: number[];
  /** By the monotonic clock of this process. */
  until: number;
  /** How many were kept last. */
  count: number;
  /** Those that somebody here is asking for. */
  asked?: Promise<void>;
}

/** The numbers of applications, counted in each call (`src/decisions/0023`). */
export class ApplicationNumbers {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly tx: Transaction) {}

  /**
   * A number of the call that nobody has: the lowest that this process keeps. It is used with the submission (`use`) or given back; one of a
   * process that has died is anybody's half a minute later: no number is lost. Asked outside a transaction, so that nobody waits for its end.
   */
  async next(callId: string): Promise<number> {
    const kept = this.ofCall(callId);
    for (;;) {
      const n = performance.now() < kept.until ? kept.numbers.shift() : undefined;
      if (n !== undefined) return n;
      if (!kept.asked || !(await atMost(kept.asked, LONGEST_WAIT_MS))) await this.ask(callId, kept);
    }
  }

  /** With what else is written; where somebody else has it by now, nothing is. @throws Overtaken at the commit */
  use(callId: string, n: number): void {
    this.tx.change('application_number_ready', USE, [n, callId], () => new Overtaken());
  }

  /** One that was not used after all; if this fails as well, it is anybody's when its time is over. */
  async giveBack(callId: string, n: number): Promise<void> {
    await this.tx.sql(GIVE_BACK, [n, callId]).catch(() => undefined);
  }

  private async ask(callId: string, kept: Kept): Promise<void> {
    const asked = (kept.asked = this.keep(callId, kept));
    try {
      await asked;
    } finally {
      if (kept.asked === asked) kept.asked = undefined;
    }
  }

  /** One where they are wanted seldom, and twice as many each time as long as the last were used up in time. */
  private async keep(callId: string, kept: Kept): Promise<void> {
    const asked = performance.now();
    kept.count = asked < kept.until ? Math.min(kept.count * 2, MOST_KEPT) : 1;
    const ready = await this.tx.sql<{ n: number }>(KEEP_READY, [callId, kept.count]);
    const found = ready.length > 0 ? ready : await this.tx.sql<{ n: number }>(COUNT_ON, [callId, kept.count]);
    const before = asked < kept.until ? kept.numbers : [];
    kept.numbers = [...before, ...found.map(({ n }) => n)].sort((a, b) => a - b);
    kept.until = asked + USED_WITHIN_MS;
  }

  private ofCall(callId: string): Kept {
    const known = this.kept.get(callId);
    if (known) return known;
    if (this.kept.size >= MOST_CALLS) this.kept.clear();
    const made: Kept = { numbers: [], until: -Infinity, count: 0 };
    this.kept.set(callId, made);
    return made;
  }
}
