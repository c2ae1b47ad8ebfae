export { stripFile } from './strip-file.js';
export { textOfFile } from './text-of-file.js';
export type { ReadText } from './read-text.js';
