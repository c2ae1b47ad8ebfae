export { canonicalJson, canonicalOnce } from './canonical-json.js';
