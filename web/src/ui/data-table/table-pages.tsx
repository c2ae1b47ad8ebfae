import { useTexts } from '../language/texts.js';
import { uiTexts } from '../texts.js';
import type { TablePage } from './table-model.js';

interface TablePagesProps {
  readonly page: TablePage<unknown> | undefined;
  readonly cursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
}

export function TablePages({ page, cursor, onCursor }: TablePagesProps) {
  const t = useTexts(uiTexts);
  if (!page || (page.items.length === 0 && !cursor)) return null;
  const { next, previous, total } = page;
  return (
    <nav className="table-pages" aria-label={t('pages')}>
      <span className="figures quiet">{total === undefined ? '' : t('rows_total', { count: total })}</span>
      <span className="moves">
        {cursor ? (
          <button type="button" className="button plain" onClick={() => onCursor(undefined)}>
            {t('first_page')}
          </button>
        ) : null}
        {previous ? (
          <button type="button" className="button" onClick={() => onCursor(previous)}>
            {t('previous_page')}
          </button>
        ) : null}
        {next ? (
          <button type="button" className="button" onClick={() => onCursor(next)}>
            {t('next_page')}
          </button>
        ) : null}
      </span>
    </nav>
  );
}
