import type { StepView, TrancheDetail } from '../../../api/index.js';
import { Instant, useTexts } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';

/** Who asked, prepared, approved and recorded: two persons at least stand between the request and the money. */
export function PeoplePart({ tranche }: { readonly tranche: TrancheDetail }) {
  const t = useTexts(fundsTexts);
  const steps: readonly (readonly [string, StepView | null])[] = [
    [t('step_requested'), tranche.requested],
    [t('step_prepared'), tranche.prepared],
    [t('step_approved'), tranche.approved],
    [t('step_recorded'), tranche.recorded],
  ];
  return (
    <section className="funds-part" aria-labelledby="people">
      <h2 id="people">{t('people')}</h2>
      <ul className="steps-row">
        {steps.map(([label, step]) => (
          <li key={label}>
            <span className="label">{label}</span>
            <span className="name">{step ? step.name : '—'}</span>
            <span className="label">{step ? step.at ? <Instant at={step.at} zone={false} /> : '' : t('step_none')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
