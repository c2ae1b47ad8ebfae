import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#libs/access';
import { Transaction, type TransactionEnvelope } from '#libs/database';
import { invalid, say } from '#libs/errors';

type Caller = FastifyRequest & { actor?: Actor };

/** Thrown out of a transaction whose request was served before: its answer is sent again instead. */
class Replay extends Error {
  constructor(readonly status: number, readonly response: unknown) {
    super('replay');
  }
}

const KEY = /^[\x21-\x7e]{8,200}$/;

/**
 * A command sent twice with one `Idempotency-Key` is carried out once. The key is written in the command's own transaction
 * with the answer, bound to the account, the route and the hash of the body; keys are kept for ever. A refusal leaves no key:
 * asking again asks again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly tx: Transaction) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Caller>();
    const key = request.headers['idempotency-key'];
    if (request.method === 'GET' || key === undefined || !request.actor) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw invalid('idempotency_key_invalid', say('Idempotency-Key 须为 8–200 个可见字符', 'An Idempotency-Key has 8 to 200 visible characters'));
    }
    return from(this.once(request, context.switchToHttp().getResponse<FastifyReply>(), key, next));
  }

  private async once(request: Caller, reply: FastifyReply, key: string, next: CallHandler): Promise<unknown> {
    const envelope = new Once(request.actor!.accountId, `${request.method} ${request.url}`, key, hash(request.body), reply);
    try {
      return await this.tx.within(envelope, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
    } catch (error) {
      if (!(error instanceof Replay)) throw error;
      void reply.status(error.status).header('Idempotent-Replayed', 'true');
      return error.response ?? undefined;
    }
  }
}

class Once implements TransactionEnvelope {
  private done = false;

  constructor(
    private readonly accountId: string,
    private readonly route: string,
    private readonly key: string,
    private readonly bodyHash: Buffer,
    private readonly reply: FastifyReply,
  ) {}

  async begin(manager: EntityManager): Promise<void> {
    if (this.done) return;
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${this.accountId} ${this.route} ${this.key}`]);
    const [served] = await manager.query<{ body_hash: Buffer; status: number; response: unknown }[]>(
      'select body_hash, status, response from idempotency_key where account_id = $1 and route = $2 and key = $3',
      [this.accountId, this.route, this.key],
    );
    if (!served) return;
    if (!served.body_hash.equals(this.bodyHash)) {
      throw invalid('idempotency_key_reused', say('同一请求编号被用于不同内容，未执行', 'The same key came with other content; nothing was done'));
    }
    throw new Replay(served.status, served.response);
  }

  async commit(manager: EntityManager, result: unknown): Promise<void> {
    if (this.done) return;
    this.done = true;
    await manager.query('insert into idempotency_key (account_id, route, key, body_hash, status, response) values ($1, $2, $3, $4, $5, $6)', [
      this.accountId, this.route, this.key, this.bodyHash, this.reply.statusCode, result === undefined ? null : JSON.stringify(result),
    ]);
  }
}

const hash = (body: unknown): Buffer => createHash('sha256').update(JSON.stringify(body ?? null)).digest();
