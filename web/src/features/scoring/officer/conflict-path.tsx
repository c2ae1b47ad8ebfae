import type { ConflictFindingView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { checkTexts } from './check-texts.js';

type Kind = Extract<Parameters<ReturnType<typeof useTexts<(typeof checkTexts)['texts']>>>[0], `k_${string}`>;

/** The way from the expert to the applicant, station by station; read aloud as the sentence that says the same. */
export function ConflictPath({ finding: { steps, why } }: { readonly finding: ConflictFindingView }) {
  const t = useTexts(checkTexts);
  const say = useSay();
  return (
    <div className="conflict-path" role="img" aria-label={say(why)}>
      <span className="station">{steps[0]!.from}</span>
      {steps.map(({ kind, day, recorded, to }, at) => (
        <span key={at} className="leg">
          <span className="link">
            {t(`k_${kind}` as Kind)}
            {day ? <span className="figures"> {recorded ? t('recorded', { day }) : day}</span> : null}
          </span>
          <span className="station">{to}</span>
        </span>
      ))}
    </div>
  );
}
