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
  if (!round.decided) return { word, ...undecided(round, { t, say }), who: t('who_officer') };
  if ((round.awards.proposed ?? 0) > 0) return { word, tone: 'waiting', now: t('now_announce'), who: t('who_officer') };
  if (may('confirm')) return { word, tone: 'waiting', now: t('now_confirm'), who: t('who_officer') };
  if (running) return { word, tone: 'current', now: t('now_publicity'), by: running.endsAt, who: t('who_public') };
  if ((round.awards.in_publicity ?? 0) > 0) return { word, tone: 'waiting', now: heldBy(round, { t, say }), who: t('who_officer') };
  if ((round.awards.confirmed ?? 0) > 0) return { word, tone: 'current', now: t('now_answers'), who: t('who_winners') };
  return { word, tone: 'done', now: t('now_done') };
}

interface Words {
  readonly t: ReturnType<typeof useTexts<(typeof texts)['texts']>>;
  readonly say: ReturnType<typeof useSay>;
}

function undecided({ moves }: AwardRoundView, { t, say }: Words): Pick<PageStatus, 'tone' | 'now'> {
  const decide = moves.find(({ move }) => move === 'decide');
  return { tone: decide?.allowed ? 'waiting' : 'calm', now: decide?.reason && !decide.allowed ? say(decide.reason) : t('now_decide') };
}

/** The notice is over and nothing may be confirmed: an objection holds it, or the reader is not the one who confirms. */
function heldBy({ moves, openObjections }: AwardRoundView, { t, say }: Words): string {
  const reason = moves.find(({ move }) => move === 'confirm')?.reason;
  return reason ? say(reason) : t(openObjections > 0 ? 'now_objection' : 'now_confirm');
}
