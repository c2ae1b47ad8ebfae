import type { Tone } from '../../ui/index.js';

/** For the tabs of the list; every page of one project shows the server's own label. */
export const PROJECT_STATUSES = [
  ['opened', '已立项', 'Opened'],
  ['contracted', '已签约', 'Contracted'],
  ['running', '实施中', 'Running'],
  ['rectifying', '整改中', 'Rectifying'],
  ['evaluating', '评估中', 'Under evaluation'],
  ['settled', '已结算', 'Settled'],
  ['archived', '已归档', 'Archived'],
  ['suspended', '已暂停', 'Suspended'],
  ['terminated', '已终止', 'Terminated'],
] as const;

const TONES: Readonly<Record<string, Tone>> = { opened: 'waiting', rectifying: 'late', settled: 'done', archived: 'quiet', suspended: 'waiting', terminated: 'late' };

export const toneOf = (status: string): Tone => TONES[status] ?? 'current';

const STAGE_OF: Readonly<Record<string, number>> = { opened: 0, contracted: 1, running: 1, rectifying: 1, evaluating: 2, settled: 4, archived: 5 };

/** Index of the present stage; null for a terminated project. A suspended one stays where it stopped. */
export const stageOf = (status: string, suspendedFrom: string | null): number | null => STAGE_OF[status === 'suspended' ? (suspendedFrom ?? 'running') : status] ?? null;
