import { Link } from '@tanstack/react-router';
import { useTexts, type UrlState } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';

const EXAMPLES = ['filter_example_1', 'filter_example_2', 'filter_example_3'] as const;

/** How the filter is written, with examples that can be tried. */
export function FilterHelp() {
  const t = useTexts(staffTexts);
  return (
    <details className="filter-help no-print">
      <summary>{t('filter_help')}</summary>
      <p>{t('filter_words')}</p>
      <p>{t('filter_fields')}</p>
      <p>
        {t('filter_try')}{' '}
        {EXAMPLES.map((example) => (
          <Link key={example} to="." search={((before: UrlState) => ({ ...before, q: t(example), after: undefined })) as never}>
            {t(example)}
          </Link>
        ))}
      </p>
    </details>
  );
}
