import { Icon } from './icon.js';
import { formatMoment } from './instant-format.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';

export type AutosaveState =
  | { readonly kind: 'untouched' }
  /** `what` is on its way, where it is not what was typed. */
  | { readonly kind: 'saving'; readonly what?: string }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'unsaved'; readonly why?: string };

export interface AutosaveMarkProps {
  readonly state: AutosaveState;
  readonly onRetry?: () => void;
}

const LOOK = {
  untouched: ['quiet', 'form'],
  saving: ['quiet', 'spinner'],
  saved: ['done', 'check'],
  unsaved: ['late', 'alert'],
} as const;

export function AutosaveMark({ state, onRetry }: AutosaveMarkProps) {
  const t = useTexts(uiTexts);
  const [tone, icon] = LOOK[state.kind];
  return (
    <span className={`autosave figures tone-${tone}`}>
      <Icon name={icon} />
      <span role="status">
        {state.kind === 'untouched' ? t('untouched') : null}
        {state.kind === 'saving' ? (state.what ?? t('saving')) : null}
        {state.kind === 'saved' ? t('saved', { time: formatMoment(state.at) }) : null}
        {state.kind === 'unsaved' ? [t('unsaved'), state.why].filter(Boolean).join(' · ') : null}
      </span>
      {state.kind === 'unsaved' && onRetry ? (
        <button type="button" className="link-button" onClick={onRetry}>
          {t('retry')}
        </button>
      ) : null}
    </span>
  );
}
