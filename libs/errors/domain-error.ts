import { tell } from './sentence.js';
import type { Facts, Sentence } from './sentence.js';

/**
 * Why a request cannot be served:
 * `absent` the thing is not there; `refused` a rule of the domain says no; `forbidden` this person
 * may not; `invalid` the input is malformed; `stale` somebody else changed it meanwhile.
 */
export type ErrorKind = 'absent' | 'refused' | 'forbidden' | 'invalid' | 'stale';

/** One faulty place of an input; `path` is written as `budget.lines.3.amount`. */
export interface Problem {
  readonly path: string;
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts?: Facts;
}

/** What a `DomainError` is made of. */
export interface ErrorContent {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts?: Facts;
}

/**
 * The only error that the domain throws on purpose. Named subclasses add nothing but their name,
 * so that a caller can catch one case; everybody else reads `kind` and `code`.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts: Facts;

  constructor(content: ErrorContent) {
    const facts = content.facts ?? {};
    super(`${content.code}: ${tell(content.sentence, facts, 'en')}`);
    this.name = new.target.name;
    this.kind = content.kind;
    this.code = content.code;
    this.sentence = content.sentence;
    this.facts = facts;
  }
}

/** The thing asked for does not exist, or this reader may not know that it does. */
export function absent(code: string, sentence: Sentence, facts: Facts = {}): DomainError {
  return new DomainError({ kind: 'absent', code, sentence, facts });
}

/** A rule of the domain forbids the act now; the facts name what the rule looked at. */
export function refused(code: string, sentence: Sentence, facts: Facts = {}): DomainError {
  return new DomainError({ kind: 'refused', code, sentence, facts });
}

/** The person is known and may not do this. */
export function forbidden(code: string, sentence: Sentence, facts: Facts = {}): DomainError {
  return new DomainError({ kind: 'forbidden', code, sentence, facts });
}

/** The input is malformed; `facts.problems` may list every faulty place. */
export function invalid(
  code: string,
  sentence: Sentence,
  facts: Facts & { readonly problems?: readonly Problem[] } = {},
): DomainError {
  return new DomainError({ kind: 'invalid', code, sentence, facts });
}

/** The thing changed since the person read it; reading it again and repeating is safe. */
export function stale(code: string, sentence: Sentence, facts: Facts = {}): DomainError {
  return new DomainError({ kind: 'stale', code, sentence, facts });
}
