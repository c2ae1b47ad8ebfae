import type { Tone } from '../../../ui/index.js';

const TONES: Readonly<Record<string, Tone>> = {
  draft: 'waiting', needs_collection: 'current', published: 'current', open: 'current', closed: 'waiting', reviewing: 'current', decided: 'waiting',
  in_publicity: 'current', confirmed: 'current', running: 'current', closing: 'current', archived: 'quiet', suspended: 'late', cancelled: 'quiet',
};

export const toneOfCall = (status: string): Tone => TONES[status] ?? 'calm';

/** In the order of a round's life. */
export const CALL_STATUSES = [
  'draft', 'needs_collection', 'published', 'open', 'closed', 'reviewing', 'decided', 'in_publicity', 'confirmed', 'running', 'closing', 'archived', 'suspended', 'cancelled',
] as const;

/** The words of the tabs; a row's own words come with it. */
export const STATUS_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  draft: ['草稿', 'Draft'], needs_collection: ['需求征集中', 'Collecting needs'], published: ['已发布', 'Published'], open: ['申报中', 'Open'], closed: ['已截止', 'Closed'],
  reviewing: ['评审中', 'Under review'], decided: ['已定结果', 'Decided'], in_publicity: ['公示中', 'In publicity'], confirmed: ['已确定立项', 'Awards confirmed'],
  running: ['实施中', 'Running'], closing: ['结项中', 'Closing'], archived: ['已归档', 'Archived'], suspended: ['已暂停', 'Suspended'], cancelled: ['已取消', 'Cancelled'],
};
