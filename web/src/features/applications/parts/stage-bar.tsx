import type { CallStageView } from '../../../api/index.js';
import { useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';

/** Until an award is decided an application goes with its call; what follows is the project's. */
const OWN_STAGES = new Set(['needs_collection', 'application', 'recommendation', 'screening', 'written_review', 'optimisation', 'roadshow', 'revival', 'mass_vote', 'site_check', 'negotiation', 'approval', 'publicity']);

/** What the round has behind it then, whatever its dates had planned. */
const AFTER_NOTICE: readonly string[] = ['confirmed', 'running', 'closing', 'archived'];

/** Where the call stands, as a line of stages; the present one is named in words. */
export function StageBar({ stages, round }: { readonly stages: readonly CallStageView[]; readonly round: string }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const now = useServerNow(60_000);
  const shown = stages.filter(({ kind }) => OWN_STAGES.has(kind) && kind !== 'needs_collection');
  const present = AFTER_NOTICE.includes(round) ? shown.length : presentOf(shown, now);
  return (
    <div className="stage-bar" role="img" aria-label={`${t('stage_bar')} ${shown[present] ? say(shown[present].title) : t('stages_over')}`}>
      {shown.map(({ key, title }, index) => (
        <span key={key} className={index < present ? 'past' : index === present ? 'present' : 'ahead'}>
          <i />
          <b>{say(title)}</b>
        </span>
      ))}
    </div>
  );
}

/** The last stage that has begun; between two stages it is the one just over. Past the end when all are. */
function presentOf(stages: readonly CallStageView[], now: number): number {
  const end = stages.at(-1)?.closesAt;
  if (end && Date.parse(end) < now) return stages.length;
  return stages.reduce((last, { opensAt }, index) => (opensAt && Date.parse(opensAt) <= now ? index : last), 0);
}
