import type { Sentence } from '#libs/errors';
import type { Evidence, GateReason } from './tranche-facts.js';

export interface Wording {
  readonly met: Sentence;
  readonly unmet: Sentence;
}

export interface Finding {
  readonly met: boolean;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly evidence?: Evidence | undefined;
}

/** One looked-at condition in words: the sentence follows the finding, the proof is kept beside it. */
export function gateReason(code: string, wording: Wording, finding: Finding): GateReason {
  const { met, facts = {}, evidence } = finding;
  return { code, met, sentence: met ? wording.met : wording.unmet, facts, ...(evidence ? { evidence } : {}) };
}
