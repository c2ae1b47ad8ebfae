export { ScoringModule } from './scoring.module.js';
export { ScoringFacade, type LiveProgress, type OwnStanding } from './scoring.facade.js';
export { RankingSealed } from './scoring.events.js';
export type { PanelSeat } from './domain/score-sheet.js';
export { drawJudges as drawInOrder } from './domain/draw-judges.js';
export { scoringInvariants } from './store/scoring.invariants.js';
