import { useState, useSyncExternalStore } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { DocumentLink, FileDrop, Icon, useJoin, useSay, useTexts, type DroppedFile } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import type { SentFile } from '../file-sender.js';
import { useFormHouse } from '../form-context.js';
import type { FormValues } from '../form-values.js';
import type { AnswerProps } from './answer-props.js';
import { QuestionFrame } from './question-frame.js';

const MEGABYTE = 1_048_576;

/** Each file goes up as soon as it is chosen; its id is the answer. */
export function FileAnswer({ question, path, faults, readOnly }: AnswerProps<'file'>) {
  const t = useTexts(formTexts);
  const say = useSay();
  const join = useJoin();
  const { files, sender } = useFormHouse();
  const { ids, remove } = useIds(path);
  const sending = useSyncExternalStore(sender.subscribe, sender.files).filter((file) => file.path === path);
  const [surplus, setSurplus] = useState(false);
  const stored = ids.map((id): DroppedFile => ({ id, name: files.get(id)?.name ?? t('file_unknown'), size: files.get(id)?.bytes ?? 0, state: 'stored', href: `/api/documents/${id}/content` }));
  const types = join(question.accept).toUpperCase();
  const accept = question.accept.flatMap((type) => (type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`])).join(',');
  const add = (chosen: readonly File[]) => {
    const room = Math.max(0, question.maxFiles - ids.length - sending.filter(({ final }) => !final).length);
    setSurplus(chosen.length > room);
    sender.add(path, chosen.slice(0, room));
  };
  const drop = (id: string) => {
    setSurplus(false);
    return ids.includes(id) ? remove(id) : sender.drop(id);
  };
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
          files={[...stored, ...sending.map((file) => inWords(file, t('file_content', { types })))]}
          onAdd={add}
          onRemove={drop}
          onRetry={(id) => sender.retry(id)}
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

/** What its content is not is told by the kinds that this question takes, not by all that the platform could keep. */
const inWords = (file: SentFile, sentence: string): DroppedFile => (file.code === 'file.kind-not-accepted' ? { ...file, sentence } : file);

function useIds(path: string): { ids: readonly string[]; remove: (id: string) => void } {
  const { changed } = useFormHouse();
  const { field } = useController<FormValues>({ name: path as never });
  const { getValues } = useFormContext();
  return {
    ids: (field.value as unknown as string[] | undefined) ?? [],
    remove: (id) => {
      field.onChange(((getValues(path) as string[] | undefined) ?? []).filter((one) => one !== id));
      changed();
    },
  };
}
