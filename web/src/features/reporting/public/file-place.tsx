import { useRef, useState, type DragEvent } from 'react';
import { Icon, useTexts } from '../../../ui/index.js';
import { portalTexts } from '../texts-public.js';
import { canHash, type FileHash } from './use-file-hash.js';

/** Where a file is dropped or chosen to have its hash computed here. */
export function FilePlace({ file, onFile }: { readonly file: FileHash; readonly onFile: (file: File) => void }) {
  const t = useTexts(portalTexts);
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  if (!canHash()) return <p className="quiet">{t('no_crypto')}</p>;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return (
    <div
      className={`file-place ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={field} id="verify-file" type="file" className="visually-hidden file-input"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) onFile(chosen);
          event.target.value = '';
        }}
      />
      <label htmlFor="verify-file" className="button">
        <Icon name="file" />
        {t('choose')}
      </label>
      <span className="quiet">{t('drop_here')}</span>
      <FileState file={file} />
      <span className="quiet stays">{t('stays')}</span>
    </div>
  );
}

function FileState({ file }: { readonly file: FileHash }) {
  const t = useTexts(portalTexts);
  if (file.state === 'none') return null;
  if (file.state === 'computing') return <span role="status" className="file-state"><Icon name="spinner" className="spin" /> {t('computing', { name: file.name })}</span>;
  if (file.state === 'done' || file.state === 'receipt') return <span className="file-state">{t('of_file', { name: file.name })}</span>;
  return <span role="alert" className="file-state tone-late toned">{t(file.state)}</span>;
}
