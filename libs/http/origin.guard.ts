import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { forbidden, say } from '#libs/errors';

/** First wall against forged requests: a browser says where a write comes from (Fetch metadata, Origin). */
@Injectable()
export class OriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    const site = request.headers['sec-fetch-site'];
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    const origin = request.headers.origin;
    const foreignOrigin = origin !== undefined && hostOf(origin) !== request.headers.host;
    if (foreignSite || foreignOrigin) {
      throw forbidden('foreign_origin', say('请求来自其他网站，已拒绝', 'The request comes from another site and was refused'));
    }
    return true;
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
