import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { newIdempotencyKey, Problem, sendDocument, type DocumentView } from '../../../../api/index.js';
import { DocumentLink, FileDrop, Icon, useJoin, useSay, useTexts, type DroppedFile } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import { useFormHouse } from '../form-context.js';
import type { FormValues } from '../form-values.js';
import { useNewest } from '../use-newest.js';
import type { AnswerProps } from './answer-props.js';
import { QuestionFrame } from './question-frame.js';

interface Sending extends DroppedFile {
  readonly file: File;
}

const MEGABYTE = 1_048_576;

/** Each file goes up as soon as it is chosen; its id is the answer. */
export function FileAnswer({ question, path, faults, readOnly }: AnswerProps<'file'>) {
  const t = useTexts(formTexts);
  const say = useSay();
  const join = useJoin();
  const { files } = useFormHouse();
  const { ids, change } = useIds(path);
  const { sending, surplus, add, retry, drop } = useSending(ids, change, question.maxFiles);
  const stored = ids.map((id): DroppedFile => ({ id, name: files.get(id)?.name ?? t('file_unknown'), size: files.get(id)?.bytes ?? 0, state: 'stored', href: `/api/documents/${id}/content` }));
  const types = join(question.accept).toUpperCase();
  const accept = question.accept.flatMap((type) => (type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`])).join(',');
  return (
    <QuestionFrame id={path} question={question} faults={faults} group>
      {readOnly ? (
        <ul className="filelist">
          {stored.map(({ id, name }) => (
            <li key={id}>
              <DocumentLink id={id} name={name} />
            </li>
          ))}
        </ul>
      ) : (
        <FileDrop
          label={say(question.title)}
          limits={t('file_limits', { types, count: question.maxFiles, size: Math.round(question.maxBytes / MEGABYTE) })}
          accept={accept}
          maxBytes={question.maxBytes}
          multiple={question.maxFiles > 1}
          files={[...stored, ...sending]}
          onAdd={add}
          onRemove={(id) => (ids.includes(id) ? change((now) => now.filter((one) => one !== id)) : drop(id))}
          onRetry={retry}
        />
      )}
      <div role="alert" className="q-faults">
        {surplus ? (
          <p className="tone-late">
            <Icon name="alert" />
            {t('too_many_files', { count: question.maxFiles })}
          </p>
        ) : null}
      </div>
    </QuestionFrame>
  );
}

function useIds(path: string): { ids: readonly string[]; change: (make: (now: readonly string[]) => string[]) => void } {
  const { changed } = useFormHouse();
  const { field } = useController<FormValues>({ name: path as never });
  const { getValues } = useFormContext();
  return {
    ids: (field.value as unknown as string[] | undefined) ?? [],
    // The newest answer is asked for: two files may arrive between two drawings.
    change: (make) => {
      field.onChange(make((getValues(path) as string[] | undefined) ?? []));
      changed();
    },
  };
}

/** Files on their way up; several may be, and each that has arrived is added to the newest answer. */
function useSending(ids: readonly string[], change: (make: (now: readonly string[]) => string[]) => void, most: number) {
  const { addFile } = useFormHouse();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [surplus, setSurplus] = useState(false);
  const arrived = useNewest((document: DocumentView) => change((now) => [...now.filter((id) => id !== document.id), document.id]));
  const patch = (id: string, with_: Partial<Sending>) => setSending((now) => now.map((one) => (one.id === id ? { ...one, ...with_ } : one)));
  const drop = (id: string) => setSending((now) => now.filter((one) => one.id !== id));
  const send = async ({ id, file }: Sending) => {
    try {
      const document = await sendDocument(file, { key: id, onProgress: (progress, waiting) => patch(id, { progress, state: waiting ? 'waiting' : 'sending' }) });
      addFile(document);
      arrived.current(document);
      drop(id);
    } catch (error) {
      patch(id, { state: 'failed', ...(error instanceof Problem && error.detail ? { sentence: error.detail } : {}) });
    }
  };
  const add = (files: readonly File[]) => {
    const room = most - ids.length - sending.length;
    setSurplus(files.length > room);
    const fresh = files.slice(0, Math.max(0, room)).map((file): Sending => ({ id: newIdempotencyKey(), name: file.name, size: file.size, state: 'sending', progress: 0, file }));
    setSending((now) => [...now, ...fresh]);
    fresh.forEach((one) => void send(one));
  };
  const retry = (id: string) => {
    const one = sending.find((candidate) => candidate.id === id);
    if (!one) return;
    patch(id, { state: 'sending', progress: 0 });
    void send(one);
  };
  return { sending, surplus, add, retry, drop };
}
