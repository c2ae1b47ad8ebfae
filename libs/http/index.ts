export * from './problem.filter.js';
export * from './fields.js';
export * from './validation.js';
export * from './idempotency.interceptor.js';
export * from './origin.guard.js';
export * from './list.query.js';
export * from './set-up-http.js';
