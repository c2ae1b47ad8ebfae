import type { ProjectStepView } from '../../../api/index.js';
import { Timeline, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** What has happened to the project, newest first. */
export function History({ steps }: { readonly steps: readonly ProjectStepView[] }) {
  const t = useTexts(texts);
  const say = useSay();
  const entries = steps.map(({ label, status, reason, who, at }, index) => ({
    id: String(index), what: `${say(label)} → ${say(status)}`, at, who: who ?? t('by_platform'), tone: index === 0 ? ('current' as const) : ('done' as const), ...(reason ? { note: reason } : {}),
  }));
  if (entries.length === 0) return <p className="quiet">{t('now_opened')}</p>;
  return <Timeline entries={entries} />;
}
