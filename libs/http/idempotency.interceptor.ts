import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from '#libs/access';
import { atMost, Transaction, type Statement, type TransactionEnvelope } from '#libs/database';
import { invalid, say } from '#libs/errors';

type Caller = FastifyRequest & { actor?: Actor };

/** What a request asks for: two that agree in all of it are one command. */
interface Asked {
  readonly accountId: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: Buffer;
}

const NEVER_REPLAYED = 'http:never-replayed';

/**
 * The route takes no notice of `Idempotency-Key`: its answer holds a secret, which must not be kept, or what it counts must be counted
 * whether it succeeds or not. Such a command guards itself against being repeated: a code, for one, serves once.
 */
export const NeverReplayed = () => SetMetadata(NEVER_REPLAYED, true);

const KEY = /^[\x21-\x7e]{8,200}$/;

/** How long a caller who comes again at once waits for the answer that the first one is still being given. */
const BEING_ANSWERED_MS = 300;
/** How many such times a repeat waits at most for an answer that is not there yet. */
const MOST_TURNS = 15;

/**
 * A command sent twice with one `Idempotency-Key` is carried out once and answered alike. The key is written in the command's own
 * transaction, bound to the account, the route and the hash of the body, with what that transaction returned; where the caller is shown
 * something else (a view read after the commit), that takes its place. Keys are kept for ever. A refusal leaves no key: asking again
 * asks again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  /** What is being carried out here at this moment, by account, route and key. */
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(private readonly tx: Transaction) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Caller>();
    const key = request.headers['idempotency-key'];
    const exempt = Reflect.getMetadata(NEVER_REPLAYED, context.getHandler()) === true;
    if (request.method === 'GET' || key === undefined || !request.actor || exempt) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw invalid('idempotency_key_invalid', say('Idempotency-Key 须为 8–200 个可见字符', 'An Idempotency-Key has 8 to 200 visible characters'));
    }
    const asked = { accountId: request.actor.accountId, route: `${request.method} ${request.url}`, key, bodyHash: hash(request.body) };
    return from(this.inTurn(asked, () => this.once(new Once(this.tx, asked, context.switchToHttp().getResponse<FastifyReply>()), next)));
  }

  /** A repeat that comes to this process while the first is being carried out waits for it, as long as for its answer: it will most likely find one. */
  private async inTurn({ accountId, route, key }: Asked, work: () => Promise<unknown>): Promise<unknown> {
    const name = `${accountId} ${route} ${key}`;
    const before = this.underWay.get(name);
    if (before) await atMost(before, BEING_ANSWERED_MS * MOST_TURNS).catch(() => undefined);
    const mine = work();
    this.underWay.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.underWay.get(name) === mine) this.underWay.delete(name);
    }
  }

  private async once(once: Once, next: CallHandler): Promise<unknown> {
    try {
      const answer = await this.tx.within(once, () => lastValueFrom(next.handle(), { defaultValue: undefined as unknown }));
      await once.answered(answer);
      return answer;
    } catch (error) {
      // The key is this request's own, from a transaction before the one that failed: that is no answer of anybody else's.
      if (once.isNoted) throw error;
      return once.replay(await once.servedBefore(), error);
    }
  }
}

/** A key that is there already makes this fail, and with it the whole transaction. */
const NOTE = 'insert into idempotency_key (account_id, route, key, body_hash, status, response) values ($1, $2, $3, $4, $5, $6)';

/**
 * The first of two like requests writes the key with its answer. The second may do the same work as far as its commit, where the key
 * that is already there undoes all of it; or it is refused on the way, for the first has changed what it met. Either way the first one's
 * answer is looked up then: a request that comes once, as nearly all do, pays one statement.
 */
class Once implements TransactionEnvelope {
  private static readonly log = new Logger('Idempotency');
  private done = false;
  private noted: string | null = null;

  constructor(
    private readonly tx: Transaction,
    private readonly asked: Asked,
    private readonly reply: FastifyReply,
  ) {}

  note(result: unknown): Statement | undefined {
    if (this.done) return undefined;
    this.done = true;
    this.noted = textOf(result);
    return { text: NOTE, values: [...this.identity, this.asked.bodyHash, this.reply.statusCode, this.noted] };
  }

  /** Keeps what the caller is shown. The command is done by now: a database that fails here takes nothing back from her. */
  async answered(answer: unknown): Promise<void> {
    if (!this.done || textOf(answer) === this.noted) return;
    await this.tx.reader
      .query(
        'update idempotency_key set status = $4, response = $5, answered_at = clock_timestamp() where account_id = $1 and route = $2 and key = $3',
        [...this.identity, this.reply.statusCode, textOf(answer)],
      )
      .catch((error: unknown) => Once.log.warn(`The answer of ${this.asked.route} was not kept beside its key: ${String(error)}`));
  }

  /** Whether this request itself has written the key. */
  get isNoted(): boolean {
    return this.done;
  }

  undone(): void {
    this.done = false;
  }

  /** The answer that another request with this key has got. @throws DomainError `idempotency_key_reused` when that one asked for something else */
  async servedBefore(): Promise<Served | undefined> {
    let served = await this.lookUp();
    // What was done already and says nothing yet is being read for its caller: on a busy machine that takes its time.
    for (let turn = 0; served?.on_its_way && (turn === 0 || (served.response === null && turn < MOST_TURNS)); turn += 1) {
      await sleep(BEING_ANSWERED_MS);
      served = await this.lookUp();
    }
    if (served && !served.body_hash.equals(this.asked.bodyHash)) {
      throw invalid('idempotency_key_reused', say('同一请求编号被用于不同内容，未执行', 'The same key came with other content; nothing was done'));
    }
    return served;
  }

  /** Tells what the first was told. @throws `refusal` where there is no first */
  replay(served: Served | undefined, refusal: unknown): unknown {
    if (!served) throw refusal;
    void this.reply.status(served.status).header('Idempotent-Replayed', 'true');
    return served.response ?? undefined;
  }

  private async lookUp(): Promise<Served | undefined> {
    const [served] = await this.tx.reader.query<Served[]>(
      `select body_hash, status, response, answered_at is null and clock_timestamp() - created_at < $4 * interval '1 millisecond' as on_its_way
       from idempotency_key where account_id = $1 and route = $2 and key = $3`,
      [...this.identity, BEING_ANSWERED_MS * MOST_TURNS],
    );
    return served;
  }

  private get identity(): string[] {
    return [this.asked.accountId, this.asked.route, this.asked.key];
  }
}

interface Served {
  readonly body_hash: Buffer;
  readonly status: number;
  readonly response: unknown;
  /** So young that its caller may be reading it just now. */
  readonly on_its_way: boolean;
}

const textOf = (answer: unknown): string | null => (answer === undefined ? null : JSON.stringify(answer));

const hash = (body: unknown): Buffer => createHash('sha256').update(JSON.stringify(body ?? null)).digest();
