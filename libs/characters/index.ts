export { countCharacters } from './count-characters.js';
export { startOfTail } from './start-of-tail.js';
