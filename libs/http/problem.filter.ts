import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import { DomainError, say, tell, type ErrorKind, type Language, type Problem, type Sentence } from '#libs/errors';

const STATUS: Record<ErrorKind, number> = { absent: 404, refused: 409, forbidden: 403, invalid: 400, stale: 412 };
const STATUS_BY_CODE: Record<string, number> = { sign_in_needed: 401, busy: 503, idempotency_key_reused: 422, too_many_attempts: 429 };

/** One body for every refusal: RFC 9457, with a stable code and a sentence in the caller's language. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  facts?: Record<string, unknown>;
  problems?: { path: string; code: string; detail: string }[];
}

type Caller = FastifyRequest & { actor?: Actor };

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Caller>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = this.describe(error, request);
    const wait = body.status === 503 ? 2 : body.facts?.['waitSeconds'];
    if (typeof wait === 'number') void reply.header('Retry-After', String(wait));
    void reply.status(body.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
  }

  private describe(error: unknown, request: Caller): ProblemBody {
    const language = languageOf(request);
    if (error instanceof DomainError) return fromDomain(error, language, request.id);
    const { status, code, sentence } = fromOutside(error);
    if (status >= 500) this.logger.error(`${request.id} ${request.method} ${request.routeOptions?.url ?? ''}`, (error as Error)?.stack ?? String(error));
    return compose({ status, code, detail: tell(sentence, { id: request.id }, language), instance: request.id, language });
  }
}

function fromDomain(error: DomainError, language: Language, instance: string): ProblemBody {
  const { problems, ...facts } = error.facts as Record<string, unknown> & { problems?: readonly Problem[] };
  const status = STATUS_BY_CODE[error.code] ?? STATUS[error.kind];
  const body = compose({ status, code: error.code, detail: tell(error.sentence, error.facts, language), instance, language });
  if (Object.keys(facts).length > 0) body.facts = facts;
  if (problems) body.problems = problems.map((problem) => ({ path: problem.path, code: problem.code, detail: tell(problem.sentence, problem.facts ?? {}, language) }));
  return body;
}

function compose(parts: { status: number; code: string; detail: string; instance: string; language: Language }): ProblemBody {
  const { language, ...rest } = parts;
  return { type: 'about:blank', title: tell(TITLES[parts.status] ?? TITLES[parts.status >= 500 ? 500 : 400]!, {}, language), ...rest };
}

const TITLES: Record<number, Sentence> = {
  400: say('填写有误', 'Invalid input'),
  401: say('需要登录', 'Sign-in needed'),
  403: say('没有权限', 'Not permitted'),
  404: say('未找到', 'Not found'),
  409: say('不能这样操作', 'Refused'),
  412: say('内容已被他人修改', 'Changed meanwhile'),
  413: say('内容过大', 'Too large'),
  415: say('格式不支持', 'Unsupported format'),
  422: say('请求与先前不一致', 'Not the same request'),
  429: say('操作过于频繁', 'Too many attempts'),
  500: say('系统出错', 'Something broke'),
  503: say('系统繁忙', 'Busy'),
};

/** Errors of the framework and of the parser: their own words may quote the input, so ours are sent instead. */
function fromOutside(error: unknown): { status: number; code: string; sentence: Sentence } {
  const status = error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: number }).statusCode ?? 500);
  return OUTSIDE[status] ?? (status >= 400 && status < 500 ? { ...OUTSIDE[400]!, status } : OUTSIDE[500]!);
}

const OUTSIDE: Record<number, { status: number; code: string; sentence: Sentence }> = {
  400: { status: 400, code: 'request_malformed', sentence: say('请求格式有误', 'The request is malformed') },
  404: { status: 404, code: 'not_found', sentence: say('没有找到您要的内容', 'What you asked for is not here') },
  413: { status: 413, code: 'too_large', sentence: say('内容超过大小限制', 'The content is larger than allowed') },
  415: { status: 415, code: 'format_unsupported', sentence: say('不支持这种内容格式', 'This content type is not supported') },
  500: { status: 500, code: 'internal', sentence: say('系统出错，您的操作没有生效；报告问题时请附编号 {id}', 'Something broke and nothing was changed; quote {id} when reporting it') },
};

/** The language that is asked for, which is the one the page is read in; else that of the account, else Chinese. */
export function languageOf(request: { actor?: Actor; headers: Record<string, unknown> }): Language {
  const asked = /^\s*(en|zh)\b/i.exec(String(request.headers['accept-language'] ?? ''))?.[1]?.toLowerCase();
  return (asked as Language | undefined) ?? request.actor?.language ?? 'zh';
}
