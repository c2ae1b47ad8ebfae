import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { houseFetch } from '../api/client.js';
import { ErrorNote } from './error-note.js';
import { Icon } from './icon.js';
import { useTexts } from './language/texts.js';
import './pdf-view.css';
import { saveFile } from './save-file.js';
import { uiTexts } from './texts.js';
import { useNarrow } from './use-narrow.js';

export interface PdfViewProps {
  /** Where the API serves it. */
  readonly src: string;
  /** What it is, for those who cannot see the frame; the name of the saved file. */
  readonly name: string;
}

/** A PDF shown inside the page; on a phone, whose browser shows none in a frame, it opens by itself. */
export function PdfView({ src, name }: PdfViewProps) {
  const t = useTexts(uiTexts);
  const narrow = useNarrow();
  const file = useQuery({ queryKey: ['pdf', src], queryFn: async () => (await houseFetch(src)).blob(), staleTime: 60_000 });
  const address = useAddress(file.data);
  if (file.isError) return <ErrorNote error={file.error} onRetry={() => void file.refetch()} />;
  if (!file.data || !address) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <div className="pdf-view no-print">
      {narrow ? null : <iframe src={`${address}#view=FitH&navpanes=0`} title={name} />}
      <div className="act-row">
        <a className="button" href={address} target="_blank" rel="noreferrer">
          <Icon name="eye" />
          {t('open_file')}
        </a>
        <button type="button" className="button" onClick={() => file.data && saveFile(file.data, name)}>
          <Icon name="download" />
          {t('save_file')}
        </button>
      </div>
    </div>
  );
}

/** An address for the file while it is shown. */
function useAddress(file: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
