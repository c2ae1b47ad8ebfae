import type { Role } from '../../../api/index.js';

/** An address with what stands after its `?`. */
export interface Way {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly hash?: string;
}

const list = (to: string) => (callId: string, status?: string): Way => ({ to, search: { callId, ...(status ? { status } : {}) } });

export const applicationsOf = list('/desk/applications');
export const projectsOf = list('/desk/projects');
export const milestonesOf = list('/desk/milestones');
export const awardsOf = (callId: string): Way => ({ to: `/desk/calls/${callId}/awards` });
export const scoringOf = (callId: string): Way => ({ to: `/desk/scoring/${callId}` });
export const figuresOf = (callId: string, part: string): Way => ({ to: `/desk/calls/${callId}/statistics`, hash: part });

const WAYS: Readonly<Record<string, (callId: string) => Way>> = {
  'applications.submitted': applicationsOf,
  'applications.screened': applicationsOf,
  'applications.returned': (id) => applicationsOf(id, 'returned'),
  'applications.ineligible': (id) => applicationsOf(id, 'ineligible'),
  'applications.draft': (id) => figuresOf(id, 'applications'),
  'awards.proposed': awardsOf,
  'awards.reserve': awardsOf,
  'awards.confirmed': awardsOf,
  'awards.in_publicity': awardsOf,
  sheets: scoringOf,
  'contracts.signed': projectsOf,
  'projects.running': (id) => projectsOf(id, 'running'),
  'projects.settled': projectsOf,
  'milestones.accepted': (id) => milestonesOf(id, 'accepted'),
  'evaluations.midterm': projectsOf,
  'evaluations.final': projectsOf,
};

const FINANCE = ['finance_maker', 'finance_approver'] as const;

/** Who may open which table, as the pages themselves say; the others are led to the figures of the round. */
const READERS: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/^\/desk\/scoring\//, ['officer', 'auditor']],
  [/\/awards$/, ['officer', ...FINANCE, 'auditor', 'administrator']],
  [/^\/desk\/applications$/, ['officer', 'screener', ...FINANCE, 'evaluator', 'auditor']],
  [/^\/desk\/milestones$/, ['officer', 'evaluator', ...FINANCE, 'auditor']],
];

/**
 * The table behind a number of the line, or the figures of the round where the reader may not open it; a number that a newer server counts
 * leads there too.
 */
export function tableBehind(key: string, callId: string, reads: (roles: readonly Role[]) => boolean): Way {
  const way = WAYS[key]?.(callId) ?? figuresOf(callId, 'overview');
  const asked = READERS.find(([pattern]) => pattern.test(way.to));
  return asked && !reads(asked[1]) ? figuresOf(callId, PART_OF[key.split('.')[0]!] ?? 'overview') : way;
}

/** The part of the figures that says more about a number. */
const PART_OF: Readonly<Record<string, string>> = { applications: 'applications' };
