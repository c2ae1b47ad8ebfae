export { ProjectsModule } from './projects.module.js';
export { ProjectsFacade, type ProjectView } from './projects.facade.js';
export { ProjectContracted, ProjectOpened, ProjectResumed, ProjectSettled, ProjectSuspended, ProjectTerminated, type ProjectNews } from './projects.events.js';
export { PROJECT_STATUSES, type ProjectContract, type ProjectStatus } from './domain/project.js';
export type { ProjectMove } from './domain/project.lifecycle.js';
export { REACH_KEYS, REACH_WORDS, type Reach, type ReachKey } from './domain/reach.js';
export { ReachView } from './handlers/project.view.js';
export { projectsInvariants } from './store/projects.invariants.js';
export { projectLifecycle } from './domain/project.lifecycle.js';
