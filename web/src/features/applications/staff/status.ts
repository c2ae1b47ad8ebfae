import type { Tone } from '../../../ui/index.js';

/** In the order of an application's life, with the tone of each; drafts are never seen by staff. */
export const STATUSES = [
  ['submitted', '已提交', 'Submitted', 'waiting'],
  ['returned', '待补正', 'Returned for correction', 'waiting'],
  ['eligible', '资格审查通过', 'Eligible', 'done'],
  ['ineligible', '资格审查未通过', 'Not eligible', 'late'],
  ['in_review', '评审中', 'Under review', 'current'],
  ['shortlisted', '入围', 'Shortlisted', 'current'],
  ['not_shortlisted', '未入围', 'Not shortlisted', 'quiet'],
  ['awarded', '拟立项、已立项', 'Proposed or awarded', 'done'],
  ['reserved', '候补', 'On the reserve list', 'current'],
  ['not_awarded', '未立项', 'Not awarded', 'quiet'],
  ['declined', '已放弃立项', 'Award declined', 'quiet'],
  ['withdrawn', '已撤回', 'Withdrawn', 'quiet'],
] as const satisfies readonly (readonly [string, string, string, Tone])[];

export const toneOfStatus = (status: string): Tone => STATUSES.find(([name]) => name === status)?.[3] ?? 'calm';
