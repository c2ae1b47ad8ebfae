import { Problem, Unreachable } from '../api/problem.js';
import { Icon } from './icon.js';
import { useLanguage, useTexts, type Tell } from './language/texts.js';
import { uiTexts } from './texts.js';

export interface ErrorNoteProps {
  readonly error: unknown;
  /** What was kept, when the page knows better than the general sentence. */
  readonly kept?: string;
  readonly onRetry?: () => void;
}

interface Account {
  readonly what: string;
  readonly kept: string;
  readonly advice: string;
}

/** What happened, what was kept, what to do; and the code, for whoever is asked for help. */
export function ErrorNote({ error, kept, onRetry }: ErrorNoteProps) {
  const t = useTexts(uiTexts);
  const language = useLanguage();
  const account = accountOf(error, t);
  const fields = error instanceof Problem ? error.problems : [];
  return (
    <div className="error-note tone-late" role="alert">
      <Icon name="alert" />
      <div>
        <p className="what">{account.what}</p>
        {fields.length > 0 ? (
          <ul>
            {fields.map((field) => (
              <li key={`${field.path} ${field.code}`}>{field.detail}</li>
            ))}
          </ul>
        ) : null}
        <p>
          {[kept ?? account.kept, account.advice].filter(Boolean).join(language === 'zh' ? '' : ' ')}
        </p>
        {error instanceof Problem ? <p className="code">{t('code', { code: error.code })}</p> : null}
        {onRetry ? (
          <button type="button" className="button" onClick={onRetry}>
            {t('retry')}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function accountOf(error: unknown, t: Tell<(typeof uiTexts)['texts']>): Account {
  if (error instanceof Unreachable) {
    return { what: t('error_unreachable'), kept: t('error_kept_unreachable'), advice: t('error_do_unreachable') };
  }
  if (!(error instanceof Problem)) return { what: t('error_what'), kept: t('error_kept'), advice: t('error_do') };
  if (error.status === 412) return { what: error.detail || t('error_stale'), kept: t('error_kept'), advice: t('error_do_stale') };
  // A refusal in the server's own words already says what to do.
  const advice = error.detail && error.status < 500 ? '' : t('error_do');
  return { what: error.detail || t('error_what'), kept: t('error_kept'), advice };
}
