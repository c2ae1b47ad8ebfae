import type { CalibrationSpreadView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { calibrationTexts } from './calibration-texts.js';

/** What the panel gave, sorted: nobody's place in it is told. */
export function SpreadTable({ spread }: { readonly spread: CalibrationSpreadView }) {
  const say = useSay();
  const t = useTexts(calibrationTexts);
  if (spread.submitted === 0) return <p className="quiet">{t('nobody')}</p>;
  return (
    <>
      <p className="figures quiet">{t('spread_in', { submitted: spread.submitted, due: spread.due })}</p>
      <table className="calibration-spread">
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col">{t('points')}</th>
            <th scope="col">{t('middle')}</th>
          </tr>
        </thead>
        <tbody>
          {spread.criteria.map(({ key, title, max, points, middle }) => (
            <tr key={key}>
              <th scope="row">
                {say(title)} <span className="quiet figures">/ {max}</span>
              </th>
              <td className="figures">{points.join('　')}</td>
              <td className="figures">{middle ?? '–'}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('totals')}</th>
            <td className="figures">{spread.totals.join('　')}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </>
  );
}
