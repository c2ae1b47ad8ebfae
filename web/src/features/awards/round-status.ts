import type { AwardRoundView, PublicNoticeView } from '../../api/index.js';
import { useSay, useTexts, type PageStatus } from '../../ui/index.js';
import { texts } from './texts.js';

/** The call's status with what the awards wait for. */
export function useRoundStatus(round: AwardRoundView, notices: readonly PublicNoticeView[]): PageStatus {
  const t = useTexts(texts);
  const say = useSay();
  const word = say(round.callLabel);
  const running = notices.find(({ state }) => state === 'running');
  const may = (wanted: string) => round.moves.find(({ move }) => move === wanted)?.allowed === true;
  const decide = round.moves.find(({ move }) => move === 'decide');
  if (!round.decided) return { word, tone: decide?.allowed ? 'waiting' : 'calm', now: decide?.reason && !decide.allowed ? say(decide.reason) : t('now_decide'), who: t('who_officer') };
  if ((round.awards.proposed ?? 0) > 0) return { word, tone: 'waiting', now: t('now_announce'), who: t('who_officer') };
  if (may('confirm')) return { word, tone: 'waiting', now: t('now_confirm'), who: t('who_officer') };
  if (running) return { word, tone: 'current', now: t('now_publicity'), by: running.endsAt, who: t('who_public') };
  if ((round.awards.confirmed ?? 0) > 0) return { word, tone: 'current', now: t('now_answers'), who: t('who_winners') };
  return { word, tone: 'done', now: t('now_done') };
}
