import { DomainError, type Sentence } from '#libs/errors';

/** The answer of a guard: yes, or no with the reason in words. */
export type Verdict = { readonly allowed: true } | Refusal;

export interface Refusal {
  readonly allowed: false;
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts: Record<string, unknown>;
}

export const yes: Verdict = { allowed: true };

export const no = (code: string, sentence: Sentence, facts: Record<string, unknown> = {}): Refusal => ({
  allowed: false,
  code,
  sentence,
  facts,
});

/** Yes when the condition holds, else no with the given reason. */
export const when = (condition: boolean, refusal: Refusal): Verdict => (condition ? yes : refusal);

/** @throws DomainError of the given kind, with the refusal's own code and words */
export function insist(verdict: Verdict, kind: 'refused' | 'forbidden' = 'refused'): void {
  if (!verdict.allowed) throw new DomainError({ ...verdict, kind });
}
