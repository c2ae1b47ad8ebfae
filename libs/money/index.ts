export { addFen, fen, subtractFen, sumFen } from './fen.js';
export type { Fen } from './fen.js';
export { split, splitByPercentages } from './split.js';
export { fromWords, toWords } from './words.js';
export { formatFen, yuan } from './yuan.js';
