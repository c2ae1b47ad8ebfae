import type { Transaction } from '#libs/database';

const TAKE_READY = `
  delete from application_number_ready where ctid = any(array(
    select ctid from application_number_ready where call_id = $1 order by n limit 1 for update skip locked)) returning n`;

/** Where none lies ready, one after the other. */
const COUNT_ON = `
  insert into application_number (call_id, last) values ($1, 1) on conflict (call_id) do update set last = application_number.last + 1 returning last`;

/** Up to that number. Whoever finds the count in another's hands leaves it to her. */
const LAY_READY = `
  with counted as (select call_id, last from application_number where call_id = $1 and last < $2 for update skip locked),
    counted_on as (update application_number n set last = $2 from counted where n.call_id = counted.call_id)
  insert into application_number_ready (call_id, n) select call_id, generate_series(last + 1, $2::int) from counted`;

/** So many numbers are laid ready, and again at each tenth: as many as may submit at one moment, and not so many that they are in the way. */
const LAID_READY = 64;
const LAID_AT = 10;

/** The numbers of applications, counted in each call (`src/decisions/0023`). */
export class ApplicationNumbers {
  constructor(private readonly tx: Transaction) {}

  /**
   * The lowest number of the call that nobody has. Those laid ready are taken without waiting for whoever takes one at the same moment;
   * one that is not used after all is laid back, and the next takes it: no number is lost.
   */
  async next(callId: string): Promise<number> {
    const [ready] = await this.tx.sql<{ n: number }>(TAKE_READY, [callId]);
    const n = ready?.n ?? (await this.tx.sql<{ last: number }>(COUNT_ON, [callId]))[0]!.last;
    if (n === 1 || n % LAID_AT === 0) this.tx.whole(LAY_READY, [callId, n + LAID_READY], (error) => error);
    return n;
  }
}
