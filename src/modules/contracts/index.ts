export { ContractsModule } from './contracts.module.js';
export { ContractsFacade, type SignedContract } from './contracts.facade.js';
export { ContractSigned } from './contracts.events.js';
export type { ContractId } from './domain/contract.js';
export { contractsInvariants } from './store/contracts.invariants.js';
