import { useState } from 'react';
import { api, useCommand, type JudgingView, type TranslationView } from '../../../api/index.js';
import { ErrorNote, Icon, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { sheetTexts } from './sheet-texts.js';

/** The translation that was asked for on this page; it goes with the page. */
export function useTranslation({ seatId, applicationId }: Pick<JudgingView, 'seatId' | 'applicationId'>) {
  const [made, setMade] = useState<TranslationView | null>(null);
  const asking = useCommand({
    run: (to: 'zh' | 'en', key) => api.translationTranslate({ path: { seatId, applicationId }, body: { to }, headers: { 'Idempotency-Key': key } }),
    onDone: setMade,
  });
  return { made, asking, drop: () => setMade(null) };
}

/** Asks for a machine translation into the reader's language, and says that it is one. */
export function TranslationBar({ made, asking, drop }: ReturnType<typeof useTranslation>) {
  const t = useTexts(sheetTexts);
  const say = useSay();
  const language = useLanguage();
  return (
    <div className="translation-bar no-print">
      {made ? (
        <p className="blind-note" role="status">
          <Icon name="alert" />
          {say(made.notice)}
          {made.provider ? ` · ${made.provider}` : ''}
        </p>
      ) : null}
      {asking.error ? <ErrorNote error={asking.error} /> : null}
      {made?.state === 'not_configured' ? null : (
        <button type="button" className="button" disabled={asking.isPending} onClick={() => (made ? drop() : asking.mutate(language))}>
          {made ? t('translation_hide') : t('translation_ask')}
        </button>
      )}
    </div>
  );
}

/** One translated text beneath its original. */
export function Translated({ made, question }: { readonly made: TranslationView | null; readonly question: string }) {
  const t = useTexts(sheetTexts);
  const found = made?.texts.find((one) => one.question === question);
  if (!found || !made) return null;
  return (
    <div className="translated" lang={made.to === 'zh' ? 'zh-CN' : 'en'}>
      <span className="quiet">{t(question === 'project-title' ? 'translation_of_title' : 'translation_mark')}</span>
      <p className="prose long">{found.text}</p>
    </div>
  );
}
