import { Popover } from 'antd';
import type { OfficerCallRow } from '../../../api/index.js';
import type { TableQuery } from '../../../ui/data-table/index.js';
import { Icon, inLanguage, useJoin, useLanguage, useTexts } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';
import { STATUSES } from './status.js';
import { filterOf } from './table-filter.js';

interface ExportMenuProps {
  readonly query: TableQuery;
  readonly programmeId: string | null;
  readonly rounds: readonly OfficerCallRow[];
}

/** Follows the filter, and says so: which applications, and what stands in each line. */
export function ExportMenu({ query, programmeId, rounds }: ExportMenuProps) {
  const t = useTexts(staffTexts);
  const address = (format: string) => `/api/applications-export?${new URLSearchParams({ ...(filterOf(query, programmeId) as Record<string, string>), format }).toString()}`;
  const content = (
    <div className="export-menu">
      <p>{t('export_what', { filter: useFilterWords(query, rounds) })}</p>
      <a className="button" href={address('xlsx')} download>
        {t('export_xlsx')}
      </a>
      <a className="button" href={address('csv')} download>
        {t('export_csv')}
      </a>
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" arrow={false}>
      <button type="button" className="button">
        <Icon name="file" />
        {t('export')}
      </button>
    </Popover>
  );
}

function useFilterWords({ q, status, filters }: TableQuery, rounds: readonly OfficerCallRow[]): string {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const join = useJoin();
  const round = rounds.find(({ id }) => id === filters.callId);
  const found = STATUSES.find(([name]) => name === status);
  const words = [round?.number ?? '', found ? inLanguage([found[1], found[2]], language) : '', filters.categoryKey ? t('category') : '', q ? `“${q}”` : ''].filter(Boolean);
  return words.length > 0 ? join(words) : t('filter_none');
}
