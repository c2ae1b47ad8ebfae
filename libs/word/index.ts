export { readDocx } from './read-docx.js';
export type { ReadBlock } from './read-docx.js';
export { writeDocx } from './write-docx.js';
export type { Block } from './block.js';
