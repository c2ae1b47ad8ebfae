import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** The two pages of one round in this room. */
export function RoundLinks({ id, here }: { readonly id: string; readonly here: 'statistics' | 'reports' }) {
  const t = useTexts(texts);
  return (
    <nav className="tabs figures-links no-print" aria-label={t('round')}>
      <Link to={`/desk/calls/${id}/statistics`} {...(here === 'statistics' ? { 'aria-current': 'page' as const } : {})}>
        {t('figures')}
      </Link>
      <Link to={`/desk/calls/${id}/reports`} {...(here === 'reports' ? { 'aria-current': 'page' as const } : {})}>
        {t('reports')}
      </Link>
    </nav>
  );
}
