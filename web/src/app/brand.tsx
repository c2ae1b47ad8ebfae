import { Link } from '@tanstack/react-router';
import { useTexts } from '../ui/language/texts.js';
import { Mark } from '../ui/mark.js';
import { appTexts } from './texts.js';

export function Brand({ to = '/', short = false }: { readonly to?: string; readonly short?: boolean }) {
  const t = useTexts(appTexts);
  return (
    <Link to={to} className="brand" aria-label={t('to_home')}>
      <Mark />
      <strong>{t('name')}</strong>
      {short ? null : <span>{t('subtitle')}</span>}
    </Link>
  );
}
