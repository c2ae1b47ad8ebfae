import { useId, useState, type DragEvent } from 'react';
import { FileRow, type DroppedFile } from './file-row.js';
import { formatBytes } from './file-size.js';
import { Icon } from './icon.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';

export interface FileDropProps {
  /** Names the choice for those who cannot see the form around it. */
  readonly label: string;
  /** The limits in words, beside the button: types, size, number. */
  readonly limits: string;
  /** As for `<input accept>`: `.pdf,.jpg`. */
  readonly accept?: string;
  readonly maxBytes?: number;
  readonly multiple?: boolean;
  readonly files: readonly DroppedFile[];
  /** Gets only files that keep the limits. */
  readonly onAdd: (files: File[]) => void;
  readonly onRemove?: (id: string) => void;
  readonly onRetry?: (id: string) => void;
}

export function FileDrop(props: FileDropProps) {
  const t = useTexts(uiTexts);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const field = useId();
  const take = (chosen: Iterable<File>) => {
    const { fit, sentences } = sift([...chosen], props, t);
    setRefused(sentences);
    if (fit.length > 0) props.onAdd(fit);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className={`filedrop ${over ? 'over' : ''}`} onDragOver={(event) => (event.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
      <div className="choose">
        <FileButton id={field} {...props} onChosen={take} />
        <span className="limits" id={`${field}-limits`}>
          <span className="by-mouse">{t('or_drop')} · </span>
          {props.limits}
        </span>
      </div>
      <div role="alert">
        {refused.map((sentence) => (
          <p key={sentence} className="status-mark tone-late" style={{ whiteSpace: 'normal', marginTop: 8 }}>
            <Icon name="alert" />
            {sentence}
          </p>
        ))}
      </div>
      {props.files.length > 0 ? (
        <ul className="filelist">
          {props.files.map((file) => (
            <FileRow key={file.id} file={file} onRemove={props.onRemove} onRetry={props.onRetry} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

interface FileButtonProps extends FileDropProps {
  readonly id: string;
  readonly onChosen: (files: Iterable<File>) => void;
}

function FileButton({ id, label, accept, multiple = false, onChosen }: FileButtonProps) {
  const t = useTexts(uiTexts);
  return (
    <>
      <input
        id={id}
        className="visually-hidden file-input"
        type="file"
        accept={accept}
        multiple={multiple}
        aria-label={label}
        aria-describedby={`${id}-limits`}
        onChange={(event) => {
          onChosen([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was refused.
          event.target.value = '';
        }}
      />
      <label className="button" htmlFor={id}>
        <Icon name="up" />
        {multiple ? t('choose_files') : t('choose_file')}
      </label>
    </>
  );
}

function sift(files: readonly File[], limits: FileDropProps, t: ReturnType<typeof useTexts<(typeof uiTexts)['texts']>>) {
  const endings = (limits.accept ?? '').split(',').map((ending) => ending.trim().toLowerCase()).filter((ending) => ending.startsWith('.'));
  const fit: File[] = [];
  const sentences: string[] = [];
  for (const file of limits.multiple ? files : files.slice(0, 1)) {
    const name = file.name;
    if (endings.length > 0 && !endings.some((ending) => name.toLowerCase().endsWith(ending))) sentences.push(t('wrong_type', { name }));
    else if (limits.maxBytes !== undefined && file.size > limits.maxBytes) {
      sentences.push(t('too_big', { name, size: formatBytes(file.size), limit: formatBytes(limits.maxBytes) }));
    } else fit.push(file);
  }
  return { fit, sentences };
}
