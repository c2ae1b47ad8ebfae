import type { RulebookProblemView } from '../../../../api/index.js';

/** English that is left empty is the Chinese: what is wrong with both is told at the Chinese. */
export function saidOnce(problems: readonly RulebookProblemView[]): RulebookProblemView[] {
  const told = new Set(problems.map(({ path, code }) => `${path} ${code}`));
  return problems.filter(({ path, code }) => !path.endsWith('.en') || !told.has(`${path.slice(0, -2)}zh ${code}`));
}
