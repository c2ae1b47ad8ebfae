import { useState } from 'react';
import type { SpendingView } from '../../../api/index.js';
import { Money, parseFen, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

interface SpendingFieldsProps {
  readonly spending: readonly SpendingView[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: (category: string, value: string) => void;
}

/** Budget, what the report before said, and what is spent by now. Categories outside the budget are added one by one. */
export function SpendingFields({ spending, typed, onType }: SpendingFieldsProps) {
  const t = useTexts(texts);
  const say = useSay();
  const [added, setAdded] = useState<readonly string[]>([]);
  const shows = ({ category, budgetFen, beforeFen }: SpendingView) => budgetFen > 0 || beforeFen !== null || Boolean(typed[category]) || added.includes(category);
  const shown = spending.filter(shows);
  const rest = spending.filter((line) => !shows(line));
  const total = Object.values(typed).reduce((sum, value) => sum + (parseFen(value) ?? 0), 0);
  return (
    <>
      <div className="table-wrap">
        <table className="sum-table stack" aria-label={t('spending')}>
          <SpendingHead />
          <tbody>
            {shown.map((line) => (
              <Line key={line.category} line={line} value={typed[line.category] ?? ''} onType={(value) => onType(line.category, value)} />
            ))}
          </tbody>
          <SpendingFoot spending={spending} total={total} />
        </table>
      </div>
      {rest.length > 0 ? (
        <p>
          <select className="input" style={{ width: 'auto' }} aria-label={t('add_cost')} value="" onChange={(event) => setAdded([...added, event.target.value])}>
            <option value="">{t('add_cost')}</option>
            {rest.map(({ category, title }) => (
              <option key={category} value={category}>{say(title)}</option>
            ))}
          </select>
        </p>
      ) : null}
    </>
  );
}

function Line({ line, value, onType }: { readonly line: SpendingView; readonly value: string; readonly onType: (value: string) => void }) {
  const t = useTexts(texts);
  const say = useSay();
  const fen = parseFen(value);
  const wrong = value.trim() !== '' && fen === null;
  const over = fen !== null && fen > line.budgetFen;
  return (
    <tr>
      <th scope="row">{say(line.title)}</th>
      <td className="right" data-label={t('budget')}><Money fen={line.budgetFen} /></td>
      <td className="right" data-label={t('before')}>{line.beforeFen === null ? '–' : <Money fen={line.beforeFen} />}</td>
      <td className="right" data-label={t('amount_now')}>
        <span>
        <input className="input" inputMode="decimal" aria-label={t('amount_of', { label: say(line.title) })} aria-invalid={wrong || undefined} value={value} onChange={(event) => onType(event.target.value)} />
        {wrong ? <span className="cell-wrong">{t('wrong_amount')}</span> : null}
        {over ? <span className="over">{t('over_budget')}</span> : null}
        </span>
      </td>
    </tr>
  );
}

export function SpendingHead() {
  const t = useTexts(texts);
  return (
    <thead>
      <tr>
        <th scope="col">{t('cost')}</th>
        <th scope="col" className="right">{t('budget')}</th>
        <th scope="col" className="right">{t('before')}</th>
        <th scope="col" className="right">{t('amount_now')}</th>
      </tr>
    </thead>
  );
}

export function SpendingFoot({ spending, total }: { readonly spending: readonly SpendingView[]; readonly total: number }) {
  const t = useTexts(texts);
  const sumOf = (pick: (line: SpendingView) => number | null) => spending.reduce((sum, line) => sum + (pick(line) ?? 0), 0);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('total')}</th>
        <td className="right" data-label={t('budget')}><Money fen={sumOf(({ budgetFen }) => budgetFen)} /></td>
        <td className="right" data-label={t('before')}><Money fen={sumOf(({ beforeFen }) => beforeFen)} /></td>
        <td className="right" data-label={t('amount_now')}><Money fen={total} /></td>
      </tr>
    </tfoot>
  );
}
