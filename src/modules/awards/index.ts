export { AwardsModule } from './awards.module.js';
export { AwardsFacade, type AwardView, type PublishedNotice } from './awards.facade.js';
export { AwardAccepted, AwardConfirmed, type AwardNews } from './awards.events.js';
export type { AwardStatus } from './domain/award.js';
export { awardsInvariants } from './store/awards.invariants.js';
export { awardLifecycle } from './domain/award.lifecycle.js';
