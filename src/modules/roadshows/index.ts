export { RoadshowsModule } from './roadshows.module.js';
export { roadshowsInvariants } from './store/roadshows.invariants.js';
