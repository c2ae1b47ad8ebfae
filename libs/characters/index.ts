export { countCharacters } from './count-characters.js';
