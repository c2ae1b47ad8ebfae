export * from './ids.js';
export * from './columns.js';
export * from './transaction.js';
export * from './paging.js';
export * from './preparing-client.js';
export { arrived } from './arrival.js';
export * from './database-time.js';
export * from './database.module.js';
