import { useEffect, type ComponentType } from 'react';
import type { Page } from '../ui/feature.js';
import { inLanguage, useLanguage } from '../ui/language/texts.js';

/** Names the browser's tab in the reader's language. */
export function Titled({ title, page: Component }: { readonly title: Page['title']; readonly page: ComponentType }) {
  const language = useLanguage();
  const name = inLanguage(title, language);
  useEffect(() => {
    const house = language === 'zh' ? '琼香' : 'Qiongxiang';
    document.title = name.startsWith(house) ? name : `${name} · ${house}`;
  }, [name, language]);
  return <Component />;
}
