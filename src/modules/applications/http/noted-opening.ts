import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, switchMap, type Observable } from 'rxjs';
import type { Actor } from '#libs/access';
import { NoteOpening } from '../handlers/note-opening.js';

/** After an application was shown, its opening is written down before the answer leaves. */
@Injectable()
export class NotedOpening implements NestInterceptor {
  constructor(private readonly noting: NoteOpening) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { params, actor } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }> & { actor: Actor }>();
    return next.handle().pipe(switchMap((shown) => from(this.noting.run(params.id, actor).then(() => shown))));
  }
}
