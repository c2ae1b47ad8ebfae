import type { CallStageView, PublicCallView } from '../../../api/index.js';
import { Instant, useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { publicTexts } from '../texts-public.js';
import { BasisMark } from './basis-mark.js';
import { Part } from './part.js';

/** The way of the round, stage after stage. */
export function DatesPart({ call }: { readonly call: PublicCallView }) {
  const t = useTexts(publicTexts);
  const now = useServerNow(60_000);
  return (
    <Part id="dates" title={t('stages')}>
      <ol className="call-stages">
        {call.stages.map((stage) => (
          <StageRow key={stage.key} stage={stage} now={now} />
        ))}
      </ol>
      <BasisMark book={call.rulebook} pointer="/stages" />
    </Part>
  );
}

function StageRow({ stage, now }: { readonly stage: CallStageView; readonly now: number }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const standing = standingOf(stage, now);
  return (
    <li className={standing}>
      <span>
        {say(stage.title)}
        {standing === 'present' ? ` · ${t('here_now')}` : ''}
      </span>
      <span className="when">
        {stage.opensAt ? <Instant at={stage.opensAt} zone={false} /> : t('not_fixed')}
        {stage.closesAt ? (
          <>
            {' – '}
            <Instant at={stage.closesAt} />
          </>
        ) : null}
      </span>
    </li>
  );
}

function standingOf({ opensAt, closesAt }: CallStageView, now: number): 'past' | 'present' | 'ahead' {
  if (closesAt && Date.parse(closesAt) < now) return 'past';
  return opensAt && Date.parse(opensAt) <= now ? 'present' : 'ahead';
}
