import type { RoundStatisticsView } from '../../../api/index.js';
import { useSay, useTexts, type PageStatus } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { toneOfRound } from './tones.js';

/** Where the round stands, which stages are at work, and the next date. */
export function useRoundStatus(): (round: RoundStatisticsView) => PageStatus {
  const t = useTexts(texts);
  const say = useSay();
  return ({ status, label, line, next }) => {
    const now = line.filter(({ state }) => state === 'current').map(({ title }) => say(title)).join(t('and'));
    return { word: say(label), tone: toneOfRound(status), ...(now ? { now } : {}), ...(next ? { by: next.at } : {}) };
  };
}
