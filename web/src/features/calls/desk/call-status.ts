import type { OfficerCallView } from '../../../api/index.js';
import type { PageStatus } from '../../../ui/index.js';
import { officerTexts } from '../texts-officer.js';
import { toneOfCall } from './call-tones.js';

type Key = keyof (typeof officerTexts)['texts'];
type Told = (key: 'now_suspended' | 'now_cancelled', facts: { reason: string }) => string;

const WHO: Readonly<Record<string, Key>> = {
  draft: 'who_officer', needs_collection: 'who_officer', published: 'who_clock', open: 'who_applicants', closed: 'who_screener', reviewing: 'who_experts', decided: 'who_officer',
  in_publicity: 'who_officer', confirmed: 'who_officer', running: 'who_projects', closing: 'who_projects', suspended: 'who_officer',
};
const NOW: Readonly<Record<string, Key>> = {
  draft: 'now_draft', needs_collection: 'now_needs', published: 'now_published', open: 'now_open', closed: 'now_closed', reviewing: 'now_reviewing', decided: 'now_decided',
  in_publicity: 'now_in_publicity', confirmed: 'now_confirmed', running: 'now_running', closing: 'now_closing', archived: 'now_archived',
};

/** Where the round stands in words: what happens now, until when, and who has it in hand. */
export function statusOf(call: OfficerCallView, t: (key: never, ...facts: never[]) => string, language: 'zh' | 'en'): PageStatus {
  const { status, label, next } = call;
  const plain = t as unknown as (key: Key) => string;
  const stopped = status === 'suspended' || status === 'cancelled';
  const now = stopped ? (t as unknown as Told)(`now_${status}`, { reason: call.reason ?? '' }) : plain(NOW[status] ?? 'now_draft');
  const who = WHO[status];
  return { word: label[language], tone: toneOfCall(status), now, ...(next && !stopped ? { by: String(next.at) } : {}), ...(who ? { who: plain(who) } : {}) };
}
