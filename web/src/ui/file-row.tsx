import type { DocumentStateView } from '../api/index.js';
import { Release } from './document-link.js';
import { formatBytes } from './file-size.js';
import { Icon, type IconName } from './icon.js';
import { useSay } from './language/sentence.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';
import type { Tone } from './tone.js';
import { useDocumentState } from './use-document-state.js';

export interface DroppedFile {
  /** Once it is stored and can be opened, the id of the document. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: 'sending' | 'waiting' | 'stored' | 'failed';
  /** Share sent, 0 to 1. */
  readonly progress?: number;
  /** Why it failed, in the server's words. */
  readonly sentence?: string;
  /** Sending it again would fail again. */
  readonly final?: boolean;
  /** Where it can be opened. */
  readonly href?: string;
}

interface FileRowProps {
  readonly file: DroppedFile;
  readonly onRemove?: ((id: string) => void) | undefined;
  readonly onRetry?: ((id: string) => void) | undefined;
}

type Look = readonly [Tone, IconName];

const LOOK: Readonly<Record<DroppedFile['state'], Look>> = {
  sending: ['quiet', 'file'],
  waiting: ['waiting', 'hourglass'],
  stored: ['done', 'check'],
  failed: ['late', 'alert'],
};

/** What a scan makes of a file that is stored. */
const SCANNED: Readonly<Record<string, Look>> = {
  quarantined: ['quiet', 'hourglass'],
  infected: ['late', 'alert'],
  unscanned: ['quiet', 'check'],
};

export function FileRow({ file, onRemove, onRetry }: FileRowProps) {
  const scanned = useDocumentState(file.state === 'stored' && file.href ? file.id : null);
  const [tone, icon] = (scanned && SCANNED[scanned.scan]) ?? LOOK[file.state];
  const share = Math.round((file.progress ?? 0) * 100);
  return (
    <li className={`tone-${tone}`}>
      <span style={{ color: 'var(--tone)' }}>
        <Icon name={icon} />
      </span>
      <span className="name">{file.href && scanned?.openable !== false ? <a href={file.href}>{file.name}</a> : file.name}</span>
      {file.state === 'sending' || file.state === 'waiting' ? <progress max={100} value={share} aria-label={file.name} /> : null}
      <State file={file} share={share} scanned={scanned} />
      <Tools file={file} scanned={scanned} onRemove={onRemove} onRetry={onRetry} />
    </li>
  );
}

interface ToolsProps extends FileRowProps {
  readonly scanned: DocumentStateView | undefined;
}

function Tools({ file, scanned, onRemove, onRetry }: ToolsProps) {
  const t = useTexts(uiTexts);
  return (
    <span className="tools">
      {scanned?.releasable ? <Release file={scanned} /> : null}
      {file.state === 'failed' && !file.final && onRetry ? (
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
  );
}

interface StateProps {
  readonly file: DroppedFile;
  readonly share: number;
  readonly scanned: DocumentStateView | undefined;
}

/** Size, what is happening to it, whether it was scanned, and why it failed. */
function State({ file, share, scanned }: StateProps) {
  const t = useTexts(uiTexts);
  const say = useSay();
  const words = { sending: t('sending', { share }), waiting: t('upload_waiting', { share }), stored: t('stored'), failed: t('failed') }[file.state];
  const scan = scanned && scanned.scan !== 'trusted' ? say(scanned.scan === 'infected' && scanned.whyNot ? scanned.whyNot : scanned.scanLabel) : null;
  return (
    <span className="state figures" style={{ whiteSpace: 'normal' }}>
      {[formatBytes(file.size), words, scan, file.sentence].filter(Boolean).join(' · ')}
    </span>
  );
}
