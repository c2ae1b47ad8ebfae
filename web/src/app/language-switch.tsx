import { changeLanguage, useLanguage } from '../ui/language/texts.js';

/** Names the other language in that language, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="button plain" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void changeLanguage(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
