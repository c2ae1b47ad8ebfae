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

/** The table behind a number of the line; a number that a newer server counts leads to the figures of the round. */
export const tableBehind = (key: string, callId: string): Way => WAYS[key]?.(callId) ?? figuresOf(callId, 'overview');
