import { createContext, Script } from 'node:vm';

/** How long one answer is searched: others wait meanwhile. */
const LONGEST_MS = 50;
/** A search that has had this part of its time on the processor will not end with the rest. */
const ENOUGH = 0.8;
const MOST_ATTEMPTS = 10;
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

/**
 * A search in the engine's own language that is broken off when its time is over. The engine goes by the clock on the wall: on a busy
 * machine a search that has hardly begun is begun again, so that no answer depends on who else is at work.
 */
function found(pattern: string, answer: string): boolean | 'unreadable' | 'given up' {
  Object.assign(search, { pattern, answer });
  const before = process.cpuUsage();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return script.runInContext(context, { timeout: LONGEST_MS }) as boolean;
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'unreadable';
      const { user, system } = process.cpuUsage(before);
      if (attempt === MOST_ATTEMPTS || (user + system) / 1000 > LONGEST_MS * ENOUGH) return 'given up';
    }
  }
}
