import { useMemo, useState } from 'react';
import type { AssignedJudgeView, AssignmentRowView, AssignmentView } from '../../../api/index.js';
import { useJoin, useTexts } from '../../../ui/index.js';
import { ScoringTable } from '../scoring-table.js';
import { assignmentTexts } from './assignment-texts.js';

const PAGE = 50;

type Words = Parameters<ReturnType<typeof useTexts<(typeof assignmentTexts)['texts']>>>[0];
type Word<Prefix extends string> = Extract<Words, `${Prefix}_${string}`>;

interface RowsProps {
  readonly view: AssignmentView;
  /** Left out where nothing can be adjusted. */
  readonly onEdit: ((applicationId: string) => void) | undefined;
}

/** Each application with its experts and the reasons; those that lack somebody say why. */
export function AssignmentRows({ view, onEdit }: RowsProps) {
  const t = useTexts(assignmentTexts);
  const judges = useMemo(() => new Map(view.judges.map((judge) => [judge.seatId, judge])), [view.judges]);
  const [word, setWord] = useState('');
  const [lackingOnly, setLackingOnly] = useState(false);
  const [page, setPage] = useState(0);
  const found = useMemo(() => view.rows.filter((row) => (!lackingOnly || row.shortage !== null) && matches(row, judges, word.trim())), [view.rows, judges, lackingOnly, word]);
  const from = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE) - 1)) * PAGE;
  const shown = found.slice(from, from + PAGE);
  return (
    <div>
      <p className="assignment-tools">
        <input type="search" aria-label={t('search')} placeholder={t('search')} value={word} onChange={(event) => { setWord(event.target.value); setPage(0); }} />
        {view.missing > 0 ? (
          <label>
            <input type="checkbox" checked={lackingOnly} onChange={(event) => { setLackingOnly(event.target.checked); setPage(0); }} /> {t('only_lacking')}
          </label>
        ) : null}
      </p>
      <ScoringTable className="assignment-table">
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('experts')}</th>
            {onEdit ? <th scope="col"><span className="visually-hidden">{t('edit')}</span></th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.applicationId} row={row} judges={judges} onEdit={onEdit} />
          ))}
        </tbody>
      </ScoringTable>
      {found.length === 0 ? <p className="quiet">{t('nothing_found')}</p> : null}
      {found.length > PAGE ? (
        <p className="assignment-pages figures">
          <span className="quiet">{t('shown', { from: from + 1, to: from + shown.length, count: found.length })}</span>
          <button type="button" className="link-button" disabled={from === 0} onClick={() => setPage(from / PAGE - 1)}>{t('previous')}</button>
          <button type="button" className="link-button" disabled={from + PAGE >= found.length} onClick={() => setPage(from / PAGE + 1)}>{t('next')}</button>
        </p>
      ) : null}
    </div>
  );
}

type Judges = ReadonlyMap<string, AssignedJudgeView>;

const matches = ({ number, projectName, experts }: AssignmentRowView, judges: Judges, word: string): boolean =>
  word === '' || [number, projectName, ...experts.map(({ seatId }) => `${judges.get(seatId)?.name} ${judges.get(seatId)?.alias}`)].some((text) => text.includes(word));

function Row({ row, judges, onEdit }: { readonly row: AssignmentRowView; readonly judges: Judges; readonly onEdit: RowsProps['onEdit'] }) {
  const t = useTexts(assignmentTexts);
  const join = useJoin();
  const nameOf = (seatId: string) => judges.get(seatId)?.name ?? '';
  return (
    <tr>
      <th scope="row">
        {row.projectName}
        <span className="quiet figures">{row.number}</span>
      </th>
      <td>
        <ul className="assignment-experts">
          {row.experts.map(({ seatId, merits, pinned, added }) => (
            <li key={seatId}>
              <strong>{nameOf(seatId)}</strong>
              {pinned ? <span className="assignment-tag">{t('pinned')}</span> : null}
              {added ? <span className="assignment-tag new">{t('added')}</span> : null}
              <span className="quiet">{join(merits.filter((merit) => merit !== 'must').map((merit) => t(`m_${merit}` as Word<'m'>)))}</span>
            </li>
          ))}
          {row.shortage ? (
            <li className="tone-late assignment-lacking">
              <strong>{t('lacking', { count: row.shortage.missing })}</strong>
              <span>{join(row.shortage.obstacles.map(({ obstacle, count }) => t(`o_${obstacle}` as Word<'o'>, { count })))}</span>
            </li>
          ) : null}
          {row.removed.length > 0 ? <li className="quiet">{t('taken_back', { names: join(row.removed.map(nameOf)) })}</li> : null}
        </ul>
      </td>
      {onEdit ? (
        <td className="right">
          <button type="button" className="link-button" aria-label={`${t('edit')} ${row.projectName}`} onClick={() => onEdit(row.applicationId)}>
            {t('edit')}
          </button>
        </td>
      ) : null}
    </tr>
  );
}
