import { useRef, useState } from 'react';
import { Problem, sendDocument } from '../api/index.js';
import type { DroppedFile } from './file-row.js';

let made = 0;

/** Files that are sent as they are chosen, for a form of a few fields; `ids` are those that have arrived. */
export function useSentFiles() {
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);
  const originals = useRef(new Map<string, File>());
  const patch = (id: string, change: Partial<DroppedFile>) => setFiles((all) => all.map((file) => (file.id === id ? { ...file, ...change } : file)));
  const send = (id: string, file: File) => {
    void sendDocument(file, { onProgress: (progress, waiting) => patch(id, { progress, state: waiting ? 'waiting' : 'sending' }) }).then(
      (document) => patch(id, { id: document.id, state: 'stored', href: `/api/documents/${document.id}/content` }),
      (error: unknown) => patch(id, { state: 'failed', ...(error instanceof Problem ? { sentence: error.detail } : {}) }),
    );
  };
  const onAdd = (chosen: File[]) => {
    for (const file of chosen) {
      made += 1;
      const id = `sent-${made}`;
      originals.current.set(id, file);
      setFiles((all) => [...all, { id, name: file.name, size: file.size, state: 'sending', progress: 0 }]);
      send(id, file);
    }
  };
  const onRetry = (id: string) => {
    const file = originals.current.get(id);
    if (!file) return;
    patch(id, { state: 'sending', progress: 0 });
    send(id, file);
  };
  const onRemove = (id: string) => setFiles((all) => all.filter((file) => file.id !== id));
  return { field: { files, onAdd, onRetry, onRemove }, ids: files.filter(({ state }) => state === 'stored').map(({ id }) => id), busy: files.some(({ state }) => state === 'sending' || state === 'waiting'), clear: () => setFiles([]) };
}
