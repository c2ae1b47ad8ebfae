import { Link } from '@tanstack/react-router';
import type { NavEntry } from '../../ui/feature.js';
import { Icon } from '../../ui/icon.js';
import { inLanguage, useLanguage, useTexts } from '../../ui/language/texts.js';
import { appTexts } from '../texts.js';

export function SideNav({ entries }: { readonly entries: readonly NavEntry[] }) {
  const t = useTexts(appTexts);
  const language = useLanguage();
  return (
    <nav aria-label={t('main_nav')}>
      <ul className="nav-list">
        <li>
          <Link to="/desk" activeOptions={{ exact: true }}>
            <Icon name="home" />
            {t('home')}
          </Link>
        </li>
        {entries.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to}>
              <Icon name={entry.icon} />
              {inLanguage(entry.label, language)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
