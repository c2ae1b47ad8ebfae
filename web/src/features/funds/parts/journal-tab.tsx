import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { api, type JournalView, type ProjectRow } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, Money, StatusMark, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import { SearchChoice } from '../../../ui/search-choice.js';
import { FUNDS } from '../queries.js';
import { fundsTexts } from '../texts.js';

/** Every entry of the round's books, oldest first, as a bookkeeper reads them. */
export function JournalTab({ callId }: { readonly callId: string }) {
  const t = useTexts(fundsTexts);
  const [url, change] = useUrlState();
  const projectId = url.project;
  const journal = useInfiniteQuery({
    queryKey: [...FUNDS, 'journal', callId, projectId ?? ''],
    queryFn: ({ pageParam }) => api.booksJournal({ path: { callId }, query: { limit: 100, ...(pageParam ? { after: pageParam } : {}), ...(projectId ? { projectId } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const entries = journal.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section>
      <JournalTools callId={callId} projectId={projectId} onProject={(project) => change({ project })} />
      {journal.isError ? <ErrorNote error={journal.error} onRetry={() => void journal.refetch()} /> : null}
      {journal.isPending ? <p className="quiet" role="status">{t('journal')}…</p> : null}
      {journal.data && entries.length === 0 ? <Empty why={t('journal_none')} what={t('journal_none_do')} /> : null}
      {entries.length > 0 ? <JournalTable entries={entries} /> : null}
      {journal.hasNextPage ? (
        <p className="no-print">
          <button type="button" className="button" onClick={() => void journal.fetchNextPage()}>
            {t('more_entries')}
          </button>
        </p>
      ) : null}
    </section>
  );
}

interface ToolsProps {
  readonly callId: string;
  readonly projectId: string | undefined;
  readonly onProject: (id: string) => void;
}

function JournalTools({ callId, projectId, onProject }: ToolsProps) {
  const t = useTexts(fundsTexts);
  const found = ({ id, number, name }: Pick<ProjectRow, 'id' | 'number' | 'name'>) => ({ value: id, label: `${number} ${name}` });
  const at = (format: string) => `/api/calls/${callId}/journal-export?format=${format}${projectId ? `&projectId=${projectId}` : ''}`;
  return (
    <div className="journal-tools no-print">
      <div className="field">
        <label htmlFor="journal-project">{t('only_project')}</label>
        <SearchChoice
          id="journal-project"
          value={projectId ?? ''}
          all={t('all_projects')}
          queryKey={[...FUNDS, 'projects', callId]}
          find={async (words) => (await api.projectsList({ query: { callId, limit: 50, ...(words ? { words } : {}) } })).items.map(found)}
          name={async (id) => found(await api.projectsOne({ path: { id } }))}
          onChoose={onProject}
        />
      </div>
      <span className="right">
        <a className="button" href={at('csv')} title={t('export_what')} download>
          <Icon name="file" />
          {t('export_csv')}
        </a>
        <a className="button" href={at('xlsx')} title={t('export_what')} download>
          <Icon name="table" />
          {t('export_xlsx')}
        </a>
      </span>
    </div>
  );
}

function JournalTable({ entries }: { readonly entries: readonly JournalView[] }) {
  const t = useTexts(fundsTexts);
  return (
    <div className="ledger-wrap" tabIndex={0} role="region" aria-label={t('journal')}>
      <table className="ledger wide">
        <thead>
          <tr>
            <th scope="col" className="right">{t('entry_no')}</th>
            <th scope="col">{t('entry_day')}</th>
            <th scope="col">{t('entry_summary')}</th>
            <th scope="col">{t('entry_account')}</th>
            <th scope="col" className="right">{t('entry_debit')}</th>
            <th scope="col" className="right">{t('entry_credit')}</th>
            <th scope="col" className="right">{t('entry_balance')}</th>
            <th scope="col">{t('entry_who')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRows key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EntryRows({ entry }: { readonly entry: JournalView }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const { lines } = entry;
  return (
    <Fragment>
      {lines.map((line, index) => (
        <tr key={index} className={[index === 0 ? 'first' : '', entry.reversedBy ? 'reversed' : ''].filter(Boolean).join(' ')}>
          {index === 0 ? (
            <>
              <td className="right" rowSpan={lines.length}>{entry.number}</td>
              <td className="nowrap" rowSpan={lines.length}>{entry.occurredOn}</td>
              <td className="summary" rowSpan={lines.length}>
                {say(entry.summary)}
                {entry.reference ? <span className="sub">{entry.reference}</span> : null}
                {entry.reversalOf ? <StatusMark tone="late" icon="back" word={t('entry_reversal', { number: entry.reversalOf })} /> : null}
                {entry.reversedBy ? <StatusMark tone="late" word={t('entry_reversed', { number: entry.reversedBy })} /> : null}
              </td>
            </>
          ) : null}
          <td>
            {say(line.account)}
            <span className="sub nowrap">
              {line.side === 'budget' ? t('side_budget') : t('side_cash')}
              {line.projectId && line.projectNumber ? <> · <Link to={`/desk/projects/${line.projectId}`} search={{ tab: 'money' } as never}>{line.projectNumber}</Link></> : null}
            </span>
          </td>
          <td className="right">{line.debitFen === null ? '' : <Money fen={line.debitFen} />}</td>
          <td className="right">{line.creditFen === null ? '' : <Money fen={line.creditFen} />}</td>
          <td className="right nowrap">{line.balanceFen < 0 ? t('cr') : t('dr')} <Money fen={Math.abs(line.balanceFen)} /></td>
          {index === 0 ? <td className="nowrap" rowSpan={lines.length}><Who name={entry.who} /></td> : null}
        </tr>
      ))}
    </Fragment>
  );
}

/** Whoever posted it; the platform where nobody did. */
function Who({ name }: { readonly name: string | null }) {
  const t = useTexts(fundsTexts);
  return name ?? t('the_platform');
}
