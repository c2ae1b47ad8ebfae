import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { storedLanguage } from '../../api/language.js';

/** Texts arrive with the code that shows them (`defineTexts`), so nothing is loaded and nothing is ever missing. */
export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: storedLanguage(),
  fallbackLng: 'zh',
  supportedLngs: ['zh', 'en'],
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});
