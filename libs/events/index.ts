export * from './define-event.js';
export * from './events.js';
export * from './events.module.js';
