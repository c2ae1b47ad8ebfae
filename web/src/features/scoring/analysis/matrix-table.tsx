import { useTexts } from '../../../ui/index.js';
import type { Matrix } from './analysis-charts.js';
import { ScoringTable } from '../scoring-table.js';
import { analysisTexts } from './analysis-texts.js';

/** The same figures for whoever reads rather than looks. */
export function MatrixTable({ matrix, label }: { readonly matrix: Matrix; readonly label: string }) {
  const t = useTexts(analysisTexts);
  const at = (column: number, row: number) => matrix.cells.find(([x, y]) => x === column && y === row)?.[2];
  return (
    <details className="analysis-table">
      <summary>{t('as_table')}</summary>
      <div className="board-scroll" tabIndex={0} role="region" aria-label={label}>
        <ScoringTable className="analysis-figures">
          <thead>
            <tr>
              <th scope="col">{t('judge')}</th>
              {matrix.columns.map((column, x) => (
                <th key={x} scope="col" className="right">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row, y) => (
              <tr key={y}>
                <th scope="row">{row}</th>
                {matrix.columns.map((_, x) => (
                  <td key={x} className="right figures">
                    {at(x, y) ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScoringTable>
      </div>
    </details>
  );
}
