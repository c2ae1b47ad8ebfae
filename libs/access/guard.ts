import { CanActivate, createParamDecorator, Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { forbidden, say } from '#libs/errors';
import type { Actor } from './actor.js';
import type { Policy } from './policy.js';
import { insist } from './verdict.js';

export const REQUIRES = 'access:requires';
export const PUBLIC = 'access:public';

/** Who may use the route. */
export const Requires = (policy: Policy) => SetMetadata(REQUIRES, policy);

/** Anybody may use the route; the reason is kept for the policy matrix. */
export const Public = (why: string) => SetMetadata(PUBLIC, why);

/** The person acting, put on the request by the session reader. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | undefined =>
  context.switchToHttp().getRequest<{ actor?: Actor }>().actor,
);

/** Fails closed: a route that says neither who may use it nor that anybody may answers 403. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (this.reflector.get<string | undefined>(PUBLIC, handler)) return true;
    const policy = this.reflector.get<Policy | undefined>(REQUIRES, handler);
    if (!policy) throw forbidden('route_undeclared', say('此操作未开放', 'This operation is not open to anybody'));
    const { actor } = context.switchToHttp().getRequest<{ actor?: Actor }>();
    if (!actor) throw unauthenticated();
    insist(policy.judge(actor), 'forbidden');
    return true;
  }
}

/** Nobody is signed in; the HTTP edge answers 401 to this code. */
export const unauthenticated = () => forbidden('sign_in_needed', say('请先登录', 'Please sign in first'));
