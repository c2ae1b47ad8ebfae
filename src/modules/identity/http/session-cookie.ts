import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LIFE_MS } from '../domain/session.js';
import type { Origin } from '../handlers/start-session.js';

/** The prefix makes browsers insist on Secure, on Path=/ and on no Domain (RFC 6265bis 4.1.3.2). */
const nameOf = (secure: boolean): string => (secure ? '__Host-session' : 'session');

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The secret in the cookie, when it has the form of one. */
export function readCookie(request: FastifyRequest, secure: boolean): string | undefined {
  const value = request.cookies[nameOf(secure)];
  return value !== undefined && SECRET.test(value) ? value : undefined;
}

export function writeCookie(reply: FastifyReply, secret: string, secure: boolean): void {
  void reply.setCookie(nameOf(secure), secret, { ...attributes(secure), maxAge: SESSION_LIFE_MS / 1000 });
}

export function clearCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(nameOf(secure), attributes(secure));
}

const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, secure, sameSite: 'lax' as const });

/** Where a request comes from; the address is the one the trusted proxy vouches for, never a header of the client's. */
export const originOf = (request: FastifyRequest): Origin => ({ address: request.ip, device: String(request.headers['user-agent'] ?? '') });
