import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { api, holdPage, onSignedOut, type DocumentView } from '../../../api/index.js';
import type { Answers } from './conditions.js';
import { DraftKeeper, type DraftState, type Fields } from './draft-keeper.js';
import { FileSender, type SentFile } from './file-sender.js';
import { answersOf, valueOf, valuesOf, type FormValues } from './form-values.js';
import type { Opened } from './use-opened.js';

export interface Draft {
  readonly form: UseFormReturn<FormValues>;
  readonly keeper: DraftKeeper;
  readonly state: DraftState;
  readonly files: ReadonlyMap<string, DocumentView>;
  readonly sender: FileSender;
  /** Files of the form that have not arrived. */
  readonly sending: readonly SentFile[];
  /** Keys of the sections that may be changed. */
  readonly open: readonly string[];
}

/** The fields of an application and the keeper that saves them. */
export function useDraft({ application, call }: Opened, accountId: string): Draft {
  const book = call.rulebook;
  const open = useMemo(() => (application.part === 'own' || application.part === 'edit' ? (application.returned?.sections ?? book.form.sections.map(({ key }) => key)) : []), [application, book]);
  const [keeper] = useState(() => new DraftKeeper(application.id, accountId, serverOf(application.id), application));
  const [values] = useState(() => valuesOf(book, keeper.open()));
  const form = useForm<FormValues>({ defaultValues: values, shouldUnregister: false });
  const [files, setFiles] = useState<ReadonlyMap<string, DocumentView>>(() => new Map(application.files.map((file) => [file.id, file])));
  const [sender] = useState(() => new FileSender((path, file) => {
    setFiles((now) => new Map(now).set(file.id, file));
    // The newest answer is asked for: two files may arrive between two drawings.
    const there = (form.getValues(path as never) as unknown as string[] | undefined) ?? [];
    form.setValue(path as never, sender.inTurn([...there.filter((id) => id !== file.id), file.id]) as never);
    keeper.changed();
  }));
  useEffect(() => {
    keeper.start(fieldsOf(form, book, keeper, open));
    return () => keeper.stop();
  }, [keeper, form, book, open]);
  useEffect(() => holdPage(), []);
  // The server may say so to any call of the page, not only to a save.
  useEffect(() => onSignedOut(() => keeper.changed()), [keeper]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => (keeper.hasUnsaved() || sender.isBusy() ? event.preventDefault() : undefined);
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [keeper, sender]);
  return { form, keeper, state: useSyncExternalStore(keeper.subscribe, keeper.state), files, sender, sending: useSyncExternalStore(sender.subscribe, sender.files), open };
}

const serverOf = (id: string) => ({
  save: (changes: Record<string, Record<string, unknown>>, version: number) => api.applicantChange({ path: { id }, body: { changes, version } }),
  read: () => api.applicantOne({ path: { id } }),
});

/** Sections that a correction leaves closed go back exactly as the server has them. */
function fieldsOf(form: UseFormReturn<FormValues>, book: Opened['call']['rulebook'], keeper: DraftKeeper, open: readonly string[]): Fields {
  return {
    read: () => {
      const typed = answersOf(book, form.getValues());
      const sections = book.form.sections.map(({ key }) => [key, open.includes(key) ? typed[key] : keeper.base[key]] as const);
      return Object.fromEntries(sections.filter(([, given]) => given !== undefined)) as Answers;
    },
    write: (places, answers) => {
      for (const { section, question } of places) {
        const asked = book.form.sections.find(({ key }) => key === section)?.questions.find(({ key }) => key === question);
        if (asked) form.setValue(`${section}.${question}` as never, valueOf(asked, answers[section]?.[question], book) as never);
      }
    },
  };
}
