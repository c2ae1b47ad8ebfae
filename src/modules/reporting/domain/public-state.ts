import { say, type Sentence } from '#libs/errors';
import type { ProjectStatus } from '#modules/projects';

/** In what state everybody reads a funded project: supervision in progress is no business of the public, its outcome is. */
const OF_PROJECT: Record<ProjectStatus, Sentence> = {
  opened: say('已立项', 'Awarded'),
  contracted: say('已签约', 'Contracted'),
  running: say('实施中', 'Running'),
  rectifying: say('实施中', 'Running'),
  evaluating: say('评估中', 'Under evaluation'),
  settled: say('已结项', 'Completed'),
  archived: say('已结项', 'Completed'),
  suspended: say('已暂停', 'Suspended'),
  terminated: say('已终止', 'Terminated'),
};

const ON_NOTICE = say('公示中', 'On public notice');
const CONFIRMED = say('已确认立项', 'Award confirmed');

export function publicState(award: 'in_publicity' | 'confirmed' | 'accepted', project: ProjectStatus | null): Sentence {
  if (project !== null) return OF_PROJECT[project];
  return award === 'in_publicity' ? ON_NOTICE : CONFIRMED;
}
