export { OrganisationsModule } from './organisations.module.js';
export { OrganisationsFacade, standingOn, type OrganisationOnRecord, type PayableAccount, type Standing } from './organisations.facade.js';
export type { Organisation, OrganisationId, OrganisationKind } from './domain/organisation.js';
export { organisationsInvariants } from './store/organisations.invariants.js';
