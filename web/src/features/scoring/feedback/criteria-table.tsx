import type { CriterionFeedbackView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import '../scoring.css';
import { feedbackTexts } from './feedback-texts.js';

/** Each criterion in percent: one's own, and where the middle half of the field lies. */
export function CriteriaTable({ criteria, staff = false }: { readonly criteria: readonly CriterionFeedbackView[]; readonly staff?: boolean }) {
  const say = useSay();
  const t = useTexts(feedbackTexts);
  return (
    <>
      <table className="feedback-criteria">
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col">{t(staff ? 'own_staff' : 'own')}</th>
            <th scope="col">{t('field')}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((one, at) => (
            <tr key={at}>
              <th scope="row">
                {say(one.title)} <span className="quiet">{say(one.stageTitle)}</span>
              </th>
              <td className="figures">{one.own === null ? <span className="quiet">{t('not_told')}</span> : t('percent', { value: one.own })}</td>
              <td>
                <Place one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('how')}</p>
    </>
  );
}

function Place({ one: { own, band, standing } }: { readonly one: CriterionFeedbackView }) {
  const t = useTexts(feedbackTexts);
  if (band === null) return null;
  return (
    <>
      <div className="feedback-bar" aria-hidden="true">
        <span className="band" style={{ left: `${band.from}%`, width: `${band.to - band.from}%` }} />
        {own === null ? null : <span className="own" style={{ left: `calc(${own}% - 2px)` }} />}
      </div>
      <span className="quiet figures">
        {t('band', { from: band.from, to: band.to, middle: band.middle })}
        {standing ? ` · ${t(standing)}` : ''}
      </span>
    </>
  );
}
