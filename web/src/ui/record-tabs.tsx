import { createContext, lazy, Suspense, useContext, useMemo, type ComponentType } from 'react';
import { holdsOneOf, useSession } from '../api/session.js';
import type { RecordTab } from './feature.js';
import { inLanguage, useLanguage, useTexts } from './language/texts.js';
import type { PageTab } from './page-shell.js';
import { uiTexts } from './texts.js';

const Known = createContext<readonly RecordTab[]>([]);

/** Put around everything by the house, which knows what the rooms bring. */
export const RecordTabs = Known.Provider;

type Content = ComponentType<{ readonly id: string }>;
const loaded = new Map<RecordTab['content'], Content>();

/** The tabs that the rooms bring to the page of one record, in their order, ready for `PageShell`. */
export function useRecordTabs(of: string, id: string): PageTab[] {
  const tabs = useContext(Known);
  const session = useSession();
  const language = useLanguage();
  return useMemo(() => {
    const mine = tabs.filter((tab) => tab.of === of && session && holdsOneOf(session.account, tab.roles ?? []));
    return [...mine].sort((a, b) => a.order - b.order).map((tab) => ({ key: tab.key, label: inLanguage(tab.label, language), content: <TabContent tab={tab} id={id} /> }));
  }, [tabs, session, language, of, id]);
}

function TabContent({ tab, id }: { readonly tab: RecordTab; readonly id: string }) {
  const t = useTexts(uiTexts);
  const Part = componentOf(tab.content);
  return (
    <Suspense fallback={<p className="opening quiet" role="status">{t('loading')}</p>}>
      <Part id={id} />
    </Suspense>
  );
}

/** `lazy` must be called once per file, else the part would be thrown away at every drawing. */
function componentOf(content: RecordTab['content']): Content {
  const known = loaded.get(content);
  if (known) return known;
  const made = lazy(content);
  loaded.set(content, made);
  return made;
}
