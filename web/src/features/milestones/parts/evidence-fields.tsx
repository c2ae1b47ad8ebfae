import { useEffect, useRef } from 'react';
import { Problem, sendDocument, type EvidenceView } from '../../../api/index.js';
import { FileDrop, StatusMark, useSay, useTexts, type DroppedFile } from '../../../ui/index.js';
import { texts } from '../texts.js';

const MOST = 50 * 1024 * 1024;
const ENDINGS = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.zip';

type Make = (files: readonly DroppedFile[]) => readonly DroppedFile[];

interface EvidenceFieldsProps {
  readonly evidence: readonly EvidenceView[];
  readonly files: Readonly<Record<string, readonly DroppedFile[]>>;
  /** `now`: something has arrived or gone, so that it is saved at once. */
  readonly onFiles: (kind: string, make: Make, now: boolean) => void;
}

/** Each kind that the report owes, with its files and what is still missing. */
export function EvidenceFields({ evidence, files, onFiles }: EvidenceFieldsProps) {
  const t = useTexts(texts);
  if (evidence.length === 0) return <p className="quiet">{t('not_needed')}</p>;
  return (
    <>
      <p className="quiet">{t('evidence_lead')}</p>
      {evidence.map((one) => (
        <Kind key={one.kind} evidence={one} files={files[one.kind] ?? []} onFiles={(make, now) => onFiles(one.kind, make, now)} />
      ))}
    </>
  );
}

interface KindProps {
  readonly evidence: EvidenceView;
  readonly files: readonly DroppedFile[];
  readonly onFiles: (make: Make, now: boolean) => void;
}

function Kind({ evidence, files, onFiles }: KindProps) {
  const t = useTexts(texts);
  const say = useSay();
  const { add, retry } = useSending(onFiles);
  const stored = files.filter(({ state }) => state === 'stored').length;
  return (
    <section className="evidence-kind">
      <h3>
        {say(evidence.title)}
        {stored > 0 ? <StatusMark word={t('evidence_has', { count: stored })} tone="done" /> : evidence.required ? <StatusMark word={t('evidence_missing')} tone="waiting" /> : null}
      </h3>
      <FileDrop label={say(evidence.title)} limits={t('evidence_limits')} accept={ENDINGS} maxBytes={MOST} multiple files={files} onAdd={add} onRemove={(id) => onFiles((all) => all.filter((file) => file.id !== id), true)} onRetry={retry} />
    </section>
  );
}

let made = 0;

/** Sends files one by one into the list; each can be tried again after it has failed. */
function useSending(onFiles: KindProps['onFiles']) {
  const originals = useRef(new Map<string, File>());
  const tell = useRef(onFiles);
  useEffect(() => {
    tell.current = onFiles;
  });
  const patch = (id: string, change: Partial<DroppedFile>, now = false) => tell.current((all) => all.map((file) => (file.id === id ? { ...file, ...change } : file)), now);
  const send = (id: string, file: File) =>
    sendDocument(file, { onProgress: (progress, waiting) => patch(id, { progress, state: waiting ? 'waiting' : 'sending' }) }).then(
      (document) => patch(id, { id: document.id, state: 'stored', href: `/api/documents/${document.id}/content` }, true),
      (error: unknown) => patch(id, { state: 'failed', ...(error instanceof Problem ? { sentence: error.detail } : {}) }),
    );
  const add = (chosen: File[]) => {
    for (const file of chosen) {
      made += 1;
      const id = `sending-${made}`;
      originals.current.set(id, file);
      tell.current((all) => [...all, { id, name: file.name, size: file.size, state: 'sending', progress: 0 }], false);
      void send(id, file);
    }
  };
  const retry = (id: string) => {
    const file = originals.current.get(id);
    if (!file) return;
    patch(id, { state: 'sending', progress: 0 });
    void send(id, file);
  };
  return { add, retry };
}
