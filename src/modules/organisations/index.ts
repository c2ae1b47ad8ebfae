export { OrganisationsModule } from './organisations.module.js';
export { OrganisationsFacade, standingOn, type PayableAccount, type Standing } from './organisations.facade.js';
export { PersonAlikeView } from './handlers/people-alike.js';
export type { Looks } from './handlers/similar-names.js';
export type { NewestLookup, OrganisationOnRecord } from './store/record.store.js';
export { REGISTER_NAMES, type Register } from './domain/lookup.js';
export { STOPPED } from './organisations.errors.js';
export type { Organisation, OrganisationId, OrganisationKind } from './domain/organisation.js';
export { organisationsInvariants } from './store/organisations.invariants.js';
