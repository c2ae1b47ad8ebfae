import { useTexts } from '../ui/language/texts.js';
import { appTexts } from './texts.js';

export function SkipLink() {
  const t = useTexts(appTexts);
  return (
    <a className="skip-link" href="#main">
      {t('skip')}
    </a>
  );
}
