export * from './verdict.js';
export * from './actor.js';
export * from './policy.js';
export * from './scope.js';
export * from './guard.js';
