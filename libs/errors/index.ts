export { DomainError, absent, forbidden, invalid, refused, stale } from './domain-error.js';
export type { ErrorContent, ErrorKind, Problem } from './domain-error.js';
export { say, tell } from './sentence.js';
export type { Facts, Language, Sentence } from './sentence.js';
