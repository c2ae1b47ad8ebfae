import type { DocumentView } from '../../../api/index.js';

/** Files beside a few words. */
export function DialogueFiles({ files }: { readonly files: readonly DocumentView[] }) {
  if (files.length === 0) return null;
  return (
    <p className="evidence">
      {files.map(({ id, name }) => (
        <a key={id} href={`/api/documents/${id}/content`} target="_blank" rel="noreferrer">
          {name}
        </a>
      ))}
    </p>
  );
}
