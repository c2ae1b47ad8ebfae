import { holdsOneOf, useSession, type RoundStageView } from '../../../api/index.js';
import { formatInstant, Icon, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { tableBehind } from './table-behind.js';
import { WayLink } from './way-link.js';

/** The round as a line of stages with counts and dates; every number leads to its table. */
export function StageLine({ callId, line }: { readonly callId: string; readonly line: readonly RoundStageView[] }) {
  const t = useTexts(texts);
  return (
    <ol className="round-line" aria-label={t('line')}>
      {line.map((stage) => (
        <StageOnLine key={stage.key} callId={callId} stage={stage} />
      ))}
    </ol>
  );
}

function StageOnLine({ callId, stage }: { readonly callId: string; readonly stage: RoundStageView }) {
  const t = useTexts(texts);
  const say = useSay();
  const session = useSession();
  // Before a stage begins its numbers are all nought.
  const figures = stage.state === 'ahead' ? [] : stage.figures;
  return (
    <li className={`is-${stage.state} ${stage.late ? 'is-late tone-waiting' : ''}`} {...(stage.state === 'current' ? { 'aria-current': 'step' as const } : {})}>
      <span className="round-line-name">{softly(say(stage.title))}</span>
      <span className="visually-hidden">{t(`state_${stage.state}`)}</span>
      <span className="round-line-when figures">{whenOf(stage, t)}</span>
      {stage.late ? (
        <span className="round-line-late">
          <Icon name="alert" />
          {t('late_word')}
        </span>
      ) : null}
      {figures.map((figure) => (
        <WayLink key={figure.key} className="round-line-figure" way={tableBehind(figure.key, callId, (roles) => session !== null && session !== undefined && holdsOneOf(session.account, roles))}>
          <strong>
            {figure.count}
            {figure.of === null ? '' : ` / ${figure.of}`}
          </strong>
          <span>{say(figure.label)}</span>
        </WayLink>
      ))}
    </li>
  );
}

/** The day that matters: the end, or the beginning where that is all that is known. */
function whenOf({ opensAt, closesAt }: RoundStageView, t: ReturnType<typeof useTexts<(typeof texts)['texts']>>): string {
  const day = (at: string) => formatInstant(new Date(at), 'day').slice(2);
  if (closesAt) return t('until', { day: day(closesAt) });
  return opensAt ? t('from', { day: day(opensAt) }) : '—';
}

/** Up to thirteen stages stand side by side: the longest English words may be parted where they are spelt apart. */
const softly = (title: string): string => title.replace(/(\w{6})(tation)\b/g, '$1\u00ad$2');
