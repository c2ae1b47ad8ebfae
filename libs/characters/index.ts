export { countCharacters } from './count-characters.js';
export { startOfTail } from './start-of-tail.js';
export { isOdd, oddCharacters } from './odd-characters.js';
