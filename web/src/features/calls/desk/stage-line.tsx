import type { CallCountsView, OfficerCallView, Rulebook } from '../../../api/index.js';
import { Icon, inLanguage, Instant, useLanguage, useServerNow, useTexts } from '../../../ui/index.js';
import { STAGE_KINDS } from '../rulebook/labels/index.js';
import { officerTexts } from '../texts-officer.js';
import { ToTable } from './round-counts.js';

type Stage = Rulebook['stages'][number];
type Place = 'over' | 'now' | 'ahead' | 'undated' | 'dropped';

/** Which counts belong to which stage; the rest of the round is counted in its own rooms. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  application: ['submitted', 'returned', 'eligible', 'ineligible', 'in_review', 'shortlisted', 'not_shortlisted', 'awarded', 'reserved', 'not_awarded', 'declined'],
  screening: ['submitted', 'returned', 'eligible', 'ineligible'],
  written_review: ['in_review', 'not_shortlisted'],
  roadshow: ['shortlisted'],
  publicity: ['awarded', 'reserved'],
};

/** The stages of the round in their order, each with its dates and what is in it. */
export function StageLine({ call, counts }: { readonly call: OfficerCallView; readonly counts: CallCountsView | undefined }) {
  const now = useServerNow(60_000);
  const stages = (call.rulebook as Partial<Rulebook>).stages ?? [];
  return (
    <ol className="stage-line">
      {stages.map((stage) => (
        <StageItem key={stage.key} stage={stage} place={placeOf(stage, now, call.status)} callId={call.id} counts={counts} />
      ))}
    </ol>
  );
}

/** By its dates while the round goes on; of an archived round everything is over, of a cancelled one nothing more is held. */
export function placeOf({ opensAt, closesAt }: Pick<Stage, 'opensAt' | 'closesAt'>, now: number, round: string): Place {
  if (round === 'archived') return 'over';
  if (closesAt && Date.parse(closesAt) < now) return 'over';
  if (round === 'cancelled') return 'dropped';
  if (!opensAt && !closesAt) return 'undated';
  return opensAt && Date.parse(opensAt) > now ? 'ahead' : 'now';
}

interface StageItemProps {
  readonly stage: Stage;
  readonly place: Place;
  readonly callId: string;
  readonly counts: CallCountsView | undefined;
}

const WORDS = { over: 'stage_over', now: 'stage_now', ahead: 'stage_ahead', undated: 'stage_undated', dropped: 'stage_dropped' } as const;
const TONES = { over: 'done', now: 'current', ahead: 'quiet', undated: 'quiet', dropped: 'quiet' } as const;

function StageItem({ stage, place, callId, counts }: StageItemProps) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const kind = inLanguage(STAGE_KINDS[stage.kind] ?? ['', ''], language);
  const title = stage.title?.[language] || kind;
  return (
    <li className={`tone-${TONES[place]} ${place}`} {...(place === 'now' ? { 'aria-current': 'step' as const } : {})}>
      <span className="stage-name">
        {title}
        <span className="stage-state">
          {place === 'over' ? <Icon name="check" /> : null}
          {t(WORDS[place])}
        </span>
      </span>
      <StageDates stage={stage} />
      <StageCounts stage={stage} callId={callId} counts={counts} />
    </li>
  );
}

function StageDates({ stage: { opensAt, closesAt } }: { readonly stage: Stage }) {
  if (!opensAt && !closesAt) return null;
  return (
    <span className="stage-dates">
      {opensAt ? <Instant at={opensAt} zone={false} /> : '…'}
      {' — '}
      {closesAt ? <Instant at={closesAt} zone={false} /> : '…'}
    </span>
  );
}

function StageCounts({ stage, callId, counts }: Pick<StageItemProps, 'stage' | 'callId' | 'counts'>) {
  const t = useTexts(officerTexts);
  const statuses = COUNTED[stage.kind];
  if (!statuses || !counts) return null;
  const sum = statuses.reduce((all, status) => all + (counts.counts[status] ?? 0), 0);
  if (sum === 0) return null;
  const waiting = stage.kind === 'screening' ? (counts.counts.submitted ?? 0) : 0;
  return (
    <span className="stage-counts figures">
      <ToTable callId={callId}>{t('in_all', { count: sum })}</ToTable>
      {waiting > 0 ? (
        <ToTable callId={callId} status="submitted" waits>
          {t('to_screen', { count: waiting })}
        </ToTable>
      ) : null}
    </span>
  );
}
