import type { JudgedFileView } from '../../../api/index.js';
import { Icon, useSay } from '../../../ui/index.js';

interface FileListProps {
  readonly files: readonly JudgedFileView[];
  readonly seatId: string;
  readonly applicationId: string;
}

/** Files of the application open beside the sheet; the server asks again who reads. */
export function FileList({ files, seatId, applicationId }: FileListProps) {
  const say = useSay();
  return (
    <ul className="judged-files">
      {files.map(({ id, name, bytes, openable, scanLabel }) => (
        <li key={id}>
          {openable ? (
            <a href={`/api/judging/${seatId}/${applicationId}/files/${id}`} target="_blank" rel="noreferrer">
              <Icon name="file" />
              <span>{name}</span>
            </a>
          ) : (
            <span>
              <Icon name="hourglass" /> {name}
            </span>
          )}
          <span className="quiet figures">
            {size(bytes)} · {say(scanLabel)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
