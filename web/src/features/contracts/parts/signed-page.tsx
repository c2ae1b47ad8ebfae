import { Problem, sendDocument } from '../../../api/index.js';
import { FileDrop, useTexts, type DroppedFile } from '../../../ui/index.js';
import { texts } from '../texts.js';

export interface Page extends DroppedFile {
  readonly id: string;
}

const MOST = 20 * 1024 * 1024;

interface SignedPageProps {
  readonly page: Page | null;
  /** The id is empty until the file has arrived. */
  readonly onPage: (page: Page | null) => void;
}

/** The page that a party without an account has signed and stamped. */
export function SignedPage({ page, onPage }: SignedPageProps) {
  const t = useTexts(texts);
  const send = (file: File) => {
    const about = { id: '', name: file.name, size: file.size };
    onPage({ ...about, state: 'sending', progress: 0 });
    sendDocument(file, { onProgress: (progress, waiting) => onPage({ ...about, state: waiting ? 'waiting' : 'sending', progress }) }).then(
      ({ id }) => onPage({ ...about, id, state: 'stored', href: `/api/documents/${id}/content` }),
      (error: unknown) => onPage({ ...about, state: 'failed', ...(error instanceof Problem ? { sentence: error.detail } : {}) }),
    );
  };
  return <FileDrop label={t('page')} limits={t('page_limits')} accept=".pdf,.jpg,.jpeg,.png" maxBytes={MOST} files={page ? [page] : []} onAdd={([file]) => (file ? send(file) : undefined)} onRemove={() => onPage(null)} />;
}
