export { FundsModule } from './funds.module.js';
export { FundsFacade, type PaidTranche } from './funds.facade.js';
export { fundsInvariants } from './store/funds.invariants.js';
export { trancheLifecycle } from './domain/tranche.lifecycle.js';
