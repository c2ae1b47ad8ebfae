import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';

export interface ActionButtonProps {
  /** Names the result: 提交申报, 锁定评分, 批准拨付. */
  readonly children: ReactNode;
  readonly onAct: () => void;
  /** The server's sentence against it. Present: the button greys itself and shows the sentence. */
  readonly refusal?: string | null;
  readonly busy?: boolean;
  readonly kind?: 'primary' | 'secondary' | 'danger';
  readonly icon?: IconName;
}

/** A refused button stays focusable, so that its reason can be read with a keyboard and heard. */
export function ActionButton({ children, onAct, refusal, busy = false, kind = 'primary', icon }: ActionButtonProps) {
  const t = useTexts(uiTexts);
  const why = useId();
  const shown = busy ? 'spinner' : refusal ? 'lock' : icon;
  const still = busy || Boolean(refusal);
  return (
    <span className="action">
      <button
        type="button"
        className={`button ${kind === 'secondary' ? '' : kind}`}
        aria-disabled={still}
        aria-describedby={refusal ? why : undefined}
        onClick={() => (still ? undefined : onAct())}
      >
        {shown ? <Icon name={shown} className={busy ? 'spin' : ''} /> : null}
        {busy ? t('in_progress') : children}
      </button>
      {refusal ? (
        <span className="why" id={why}>
          {refusal}
        </span>
      ) : null}
    </span>
  );
}
