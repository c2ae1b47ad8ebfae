export { creditCodeCheckCharacter, organisationCodeCheckCharacter } from './check-characters.js';
export { checkCreditCode, normaliseCreditCode } from './credit-code.js';
export type { CreditCodeCheck, Meaning, Warning } from './credit-code.js';
export { divisionName, divisionsWithin, type Division } from './divisions.js';
