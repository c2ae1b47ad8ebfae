import { createParamDecorator, Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { PUBLIC, unauthenticated, type Actor } from '#libs/access';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { isSame } from '../domain/secrets.js';
import { ReadSession, type CurrentSession } from '../handlers/read-session.js';
import { csrfRefused, enrolmentNeeded, secondFactorNeeded } from '../identity.errors.js';
import { readCookie } from './session-cookie.js';

export type SignedInRequest = FastifyRequest & { actor?: Actor; session?: CurrentSession };

const BEFORE_FACTOR = 'identity:before-second-factor';

/** The route serves people who have still to give or set up their second factor. */
export const BeforeSecondFactor = () => SetMetadata(BEFORE_FACTOR, true);

/** The session of this request. @throws DomainError `sign_in_needed` when there is none */
export const Signed = createParamDecorator((_: unknown, context: ExecutionContext): CurrentSession => {
  const { session } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!session) throw unauthenticated();
  return session;
});

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Tells the request who is acting. Runs before the access guard, on every route: a session that still owes its second
 * factor reaches only the routes for giving it, and every write carries the token of its own session.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: ReadSession,
    private readonly reflector: Reflector,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const secret = readCookie(request, this.config.secureCookies);
    const session = secret === undefined ? undefined : await this.sessions.run(secret);
    if (!session) return true;
    request.session = session;
    request.actor = session.actor;
    if (!SAFE.has(request.method)) requireToken(request, session);
    this.requireFactor(context, session);
    return true;
  }

  private requireFactor(context: ExecutionContext, session: CurrentSession): void {
    if (session.factor === 'passed' || session.factor === 'not_needed') return;
    const open = [BEFORE_FACTOR, PUBLIC].some((key) => Boolean(this.reflector.get<unknown>(key, context.getHandler())));
    if (open) return;
    throw session.factor === 'asked' ? secondFactorNeeded() : enrolmentNeeded();
  }
}

function requireToken(request: SignedInRequest, session: CurrentSession): void {
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || !isSame(token, session.csrfToken)) throw csrfRefused();
}
