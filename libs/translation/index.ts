export { NOT_CONFIGURED, Translator } from './translator.js';
export type { TargetLanguage } from './translator.js';
export { TranslationModule } from './translation.module.js';
