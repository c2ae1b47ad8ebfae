import type { RoundRowView } from '../../../api/index.js';
import { Icon, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { figuresOf } from './table-behind.js';
import { WayLink } from './way-link.js';

export const lateStagesOf = (round: RoundRowView) => round.line.filter(({ late }) => late);
/** Whether anything of the round is late: single things, or a whole stage. */
export const isLate = (round: RoundRowView): boolean => round.lateTotal > 0 || lateStagesOf(round).length > 0;

/** What is late of a round, in amber; it leads to the list. */
export function LateMark({ round }: { readonly round: RoundRowView }) {
  const t = useTexts(texts);
  const say = useSay();
  if (!isLate(round)) return <StatusMark tone="done" word={t('nothing_late')} />;
  const stages = lateStagesOf(round).map(({ title }) => say(title)).join(t('and'));
  return (
    <WayLink way={figuresOf(round.callId, 'late')} className="late-mark tone-waiting">
      <Icon name="alert" />
      {round.lateTotal > 0 ? (
        <>
          <strong>{t('late_count', { count: round.lateTotal })}</strong>
          <span>{round.late.map(({ label, count }) => `${say(label)} ${count}`).join(t('and'))}</span>
        </>
      ) : (
        <strong>{t('late_stage', { stages })}</strong>
      )}
    </WayLink>
  );
}
