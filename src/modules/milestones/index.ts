export { MilestonesModule } from './milestones.module.js';
export { MilestonesFacade, type ProjectProgress } from './milestones.facade.js';
export { EvaluationRecorded, MilestoneAccepted } from './milestones.events.js';
export { milestonesInvariants } from './store/milestones.invariants.js';
export { milestoneLifecycle } from './domain/milestone.lifecycle.js';
