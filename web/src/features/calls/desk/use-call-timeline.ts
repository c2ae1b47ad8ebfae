import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts, type TimelineEntry } from '../../../ui/index.js';
import { callHistoryQuery } from '../officer-queries.js';
import { officerTexts } from '../texts-officer.js';
import { toneOfCall } from './call-tones.js';

/** What has been done with the round, newest first; only the newest step tells how the round stands, the others are over. */
export function useCallTimeline(id: string): TimelineEntry[] {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const history = useQuery(callHistoryQuery(id));
  return [...(history.data ?? [])].reverse().map((row, index) => ({
    id: `${row.move} ${row.at}`, what: row.label[language], at: row.at, who: row.actorName ?? t('the_platform'), tone: index === 0 ? toneOfCall(row.toStatus) : 'quiet', ...(row.reason ? { note: row.reason } : {}),
  }));
}
