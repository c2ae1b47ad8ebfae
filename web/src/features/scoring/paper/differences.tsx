import type { PaperDifferenceView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { ScoringTable } from '../scoring-table.js';
import { NOT_APPLICABLE } from '../sheet/sheet-model.js';
import { paperTexts } from './paper-texts.js';

/** Where two people read the same paper otherwise. */
export function Differences({ differences }: { readonly differences: readonly PaperDifferenceView[] }) {
  const t = useTexts(paperTexts);
  const say = useSay();
  const shown = (points: string | null) => (points === null ? t('empty') : points === NOT_APPLICABLE ? t('not_applicable') : points);
  return (
    <section className="paper-differences" role="alert">
      <h2>{t('difference')}</h2>
      <ScoringTable>
        <thead>
          <tr>
            <th scope="col">{t('difference_in')}</th>
            <th scope="col" className="right">{t('mine')}</th>
            <th scope="col" className="right">{t('theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one, at) => (
            <tr key={at}>
              <th scope="row">{say(one.title)}</th>
              {one.mine === one.theirs ? <td colSpan={2} className="right tone-late">{t('words_differ')}</td> : (
                <>
                  <td className="right figures">{shown(one.mine)}</td>
                  <td className="right figures">{shown(one.theirs)}{one.wordsDiffer ? ` · ${t('words_differ')}` : ''}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </ScoringTable>
    </section>
  );
}
