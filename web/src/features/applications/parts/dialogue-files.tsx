import type { DocumentView } from '../../../api/index.js';
import { DocumentLink } from '../../../ui/index.js';

/** Files beside a few words: how each was scanned, and for staff the way to let it through. */
export function DialogueFiles({ files }: { readonly files: readonly DocumentView[] }) {
  if (files.length === 0) return null;
  return (
    <p className="evidence">
      {files.map(({ id, name }) => (
        <DocumentLink key={id} id={id} name={name} />
      ))}
    </p>
  );
}
