import { formatBytes } from './file-size.js';
import { Icon, type IconName } from './icon.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';
import type { Tone } from './tone.js';

export interface DroppedFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: 'sending' | 'scanning' | 'stored' | 'failed';
  /** Share sent, 0 to 1. */
  readonly progress?: number;
  /** Why it failed, in the server's words. */
  readonly sentence?: string;
  /** Where it can be opened. */
  readonly href?: string;
}

interface FileRowProps {
  readonly file: DroppedFile;
  readonly onRemove?: ((id: string) => void) | undefined;
  readonly onRetry?: ((id: string) => void) | undefined;
}

const LOOK: Readonly<Record<DroppedFile['state'], readonly [Tone, IconName]>> = {
  sending: ['quiet', 'file'],
  scanning: ['quiet', 'hourglass'],
  stored: ['done', 'check'],
  failed: ['late', 'alert'],
};

export function FileRow({ file, onRemove, onRetry }: FileRowProps) {
  const t = useTexts(uiTexts);
  const [tone, icon] = LOOK[file.state];
  const share = Math.round((file.progress ?? 0) * 100);
  const words = { sending: t('sending', { share }), scanning: t('scanning'), stored: t('stored'), failed: t('failed') }[file.state];
  return (
    <li className={`tone-${tone}`}>
      <span style={{ color: 'var(--tone)' }}>
        <Icon name={icon} />
      </span>
      <span className="name">{file.href ? <a href={file.href}>{file.name}</a> : file.name}</span>
      {file.state === 'sending' ? <progress max={100} value={share} aria-label={file.name} /> : null}
      <span className="state figures" style={{ whiteSpace: 'normal' }}>
        {formatBytes(file.size)} · {words}
        {file.sentence ? ` · ${file.sentence}` : ''}
      </span>
      <span className="tools">
        {file.state === 'failed' && onRetry ? (
          <button type="button" className="button plain" aria-label={t('retry_file', { name: file.name })} onClick={() => onRetry(file.id)}>
            {t('retry')}
          </button>
        ) : null}
        {onRemove ? (
          <button type="button" className="button plain" aria-label={t('remove_file', { name: file.name })} onClick={() => onRemove(file.id)}>
            <Icon name="trash" />
          </button>
        ) : null}
      </span>
    </li>
  );
}
