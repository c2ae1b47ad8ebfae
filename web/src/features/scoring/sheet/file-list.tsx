import type { JudgedFileView } from '../../../api/index.js';
import { Icon } from '../../../ui/index.js';

interface FileListProps {
  readonly files: readonly JudgedFileView[];
  readonly seatId: string;
  readonly applicationId: string;
}

/** Files of the application open beside the sheet; the server asks again who reads. */
export function FileList({ files, seatId, applicationId }: FileListProps) {
  return (
    <ul className="judged-files">
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={`/api/judging/${seatId}/${applicationId}/files/${id}`} target="_blank" rel="noreferrer">
            <Icon name="file" />
            <span>{name}</span>
          </a>
          <span className="quiet figures">{size(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
