/** One field that the server refused; `path` names it as in the request body. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

/**
 * An `application/problem+json` answer (RFC 9457). `detail` is a whole sentence in the caller's language
 * and may be shown as it stands.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly problems: readonly FieldProblem[] = [],
  ) {
    super(`${status} ${code}: ${detail}`);
  }

  /** The sentences that belong to one field. */
  at(path: string): string[] {
    return this.problems.filter((problem) => problem.path === path).map((problem) => problem.detail);
  }
}

/** The request never got an answer: it may or may not have reached the server, so repeat it with the same key. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Reads a failed response; anything that is not problem+json becomes a Problem with an empty sentence. */
export async function readProblem(response: Response): Promise<Problem> {
  const body = await readBody(response);
  const problems = Array.isArray(body.problems) ? body.problems.map(readField) : [];
  return new Problem(response.status, text(body.code) || `http_${response.status}`, text(body.detail), problems);
}

async function readBody(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

function readField(value: unknown): FieldProblem {
  const field = isRecord(value) ? value : {};
  return { path: text(field.path), code: text(field.code), detail: text(field.detail) || text(field.sentence) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
