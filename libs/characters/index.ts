export { countCharacters } from './count-characters.js';
export { lookOfName } from './look-of-name.js';
export { startOfTail } from './start-of-tail.js';
export { isOdd, oddCharacters } from './odd-characters.js';
