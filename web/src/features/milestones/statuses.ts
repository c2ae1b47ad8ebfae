import type { MilestoneRow } from '../../api/index.js';
import type { Tone } from '../../ui/index.js';

/** For the tabs of the list; one report shows the server's own label. */
export const MILESTONE_STATUSES = [
  ['planned', '待提交', 'To be handed in'],
  ['submitted', '待验收', 'To be accepted'],
  ['returned', '退回修改', 'Returned'],
  ['accepted', '已验收', 'Accepted'],
] as const;

const TONES: Readonly<Record<string, Tone>> = { planned: 'calm', submitted: 'waiting', returned: 'late', accepted: 'done' };

export const toneOf = ({ status, late }: Pick<MilestoneRow, 'status' | 'late'>): Tone => (late ? 'late' : (TONES[status] ?? 'calm'));
