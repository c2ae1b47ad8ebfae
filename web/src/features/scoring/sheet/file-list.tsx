import { createContext, useContext } from 'react';
import type { JudgedFileView } from '../../../api/index.js';
import { Icon, useSay } from '../../../ui/index.js';

interface FileListProps {
  readonly files: readonly JudgedFileView[];
  readonly seatId: string;
  readonly applicationId: string;
}

/** How a file is fetched where no address opens it: by a reader who is known by her link alone. */
export const FileDoor = createContext<((file: JudgedFileView) => void) | null>(null);

/** Files of the application open beside the sheet; the server asks again who reads. */
export function FileList({ files, seatId, applicationId }: FileListProps) {
  const say = useSay();
  const fetchFile = useContext(FileDoor);
  return (
    <ul className="judged-files">
      {files.map((file) => (
        <li key={file.id}>
          <FileName file={file} address={fetchFile ? null : `/api/judging/${seatId}/${applicationId}/files/${file.id}`} onFetch={() => fetchFile?.(file)} />
          <span className="quiet figures">{file.withheld ? say(file.withheld) : [file.bytes > 0 ? size(file.bytes) : '', say(file.scanLabel)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function FileName({ file, address, onFetch }: { readonly file: JudgedFileView; readonly address: string | null; readonly onFetch: () => void }) {
  if (!file.openable) {
    return (
      <span>
        <Icon name={file.withheld ? 'eye_off' : 'hourglass'} /> {file.name}
      </span>
    );
  }
  const shown = (
    <>
      <Icon name="file" />
      <span>{file.name}</span>
    </>
  );
  if (address === null) return <button type="button" className="link-button" onClick={onFetch}>{shown}</button>;
  return <a href={address} target="_blank" rel="noreferrer">{shown}</a>;
}

const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
