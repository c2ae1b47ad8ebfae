import type { CalibrationSpreadView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { entryOf, type Entries } from '../sheet/sheet-model.js';
import { calibrationTexts } from './calibration-texts.js';

interface SpreadProps {
  readonly spread: CalibrationSpreadView;
  /** What the reader gave herself, to be held against the panel. */
  readonly own?: { readonly entries: Entries; readonly total: string | null };
}

/** What the panel gave, sorted: nobody's place in it is told, save her own to herself. */
export function SpreadTable({ spread, own }: SpreadProps) {
  const say = useSay();
  const t = useTexts(calibrationTexts);
  if (spread.submitted === 0) return <p className="quiet">{t('nobody', { due: spread.due })}</p>;
  return (
    <>
      <p className="figures quiet">{t('spread_in', { submitted: spread.submitted, due: spread.due })}</p>
      <table className="calibration-spread">
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col">{t('points')}</th>
            <th scope="col">{t('middle')}</th>
            {own ? <th scope="col">{t('own')}</th> : null}
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
              {own ? <td className="figures own">{entryOf(own.entries, key).points ?? '–'}</td> : null}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('totals')}</th>
            <td className="figures">{spread.totals.join('　')}</td>
            <td className="figures">{spread.middle ?? '–'}</td>
            {own ? <td className="figures own">{own.total === null ? '–' : Number(own.total)}</td> : null}
          </tr>
        </tbody>
      </table>
    </>
  );
}
