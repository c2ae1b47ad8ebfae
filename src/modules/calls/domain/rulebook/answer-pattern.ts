import { createContext, Script } from 'node:vm';

/** How long one answer is searched: others wait meanwhile. */
const LONGEST_MS = 50;
/** Longer answers of a short text are measured, not searched. */
const LONGEST = 10_000;
/** What patterns that search for ever are known to stumble over. */
const STUMBLES = ['a', '0', ' ', '一', 'a0', 'aA', '-a'].map((part) => `${part.repeat(2_000)}!`);

interface Search {
  pattern: string;
  answer: string;
}

const search: Search = { pattern: '', answer: '' };
const context = createContext(search);
const script = new Script(`new RegExp(pattern, 'u').test(answer)`);

/**
 * Whether a pattern that an officer has written can be used: it can be read, and no text is known that it would search for ever. Officers
 * write patterns and strangers the answers; together they must not hold the server up.
 */
export function isAnswerPattern(text: string): boolean {
  if (found(text, '') === 'unreadable') return false;
  return STUMBLES.every((answer) => found(text, answer) !== 'given up');
}

/** Whether the pattern of the rulebook is found in the answer. One that cannot be read, or takes too long, asks for nothing. */
export const fitsPattern = (pattern: string, answer: string): boolean => answer.length > LONGEST || found(pattern, answer) !== false;

/** A search in the engine's own language that is broken off when its time is over. */
function found(pattern: string, answer: string): boolean | 'unreadable' | 'given up' {
  Object.assign(search, { pattern, answer });
  try {
    return script.runInContext(context, { timeout: LONGEST_MS }) as boolean;
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'given up' : 'unreadable';
  }
}
