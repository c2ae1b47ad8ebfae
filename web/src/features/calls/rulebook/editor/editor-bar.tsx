import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { OfficerCallView } from '../../../../api/index.js';
import { AutosaveMark, Icon, saveFile, useTexts } from '../../../../ui/index.js';
import { readRules } from '../../desk/choose-start.js';
import { rulesFile } from '../../desk/rules-part.js';
import { editorTexts } from '../../texts-editor.js';
import { useEditor } from '../editor-context.js';
import type { Keeping } from './use-keeping.js';

interface EditorBarProps {
  readonly call: OfficerCallView;
  readonly keeping: Keeping;
  readonly view: string;
}

const VIEWS = { write: 'write', applicant: 'as_applicant', judge: 'as_judge', compare: 'compare' } as const;

/** The ways to look at the rules at the left, the document's tools at the right; what is saved is always in sight. */
export function EditorBar({ call, keeping, view }: EditorBarProps) {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  return (
    <div className="editor-bar no-print">
      <nav className="tabs" aria-label={t('views')}>
        {Object.entries(VIEWS).map(([name, word]) => (
          <Link key={name} to="." search={((before: Record<string, string>) => ({ ...before, view: name === 'write' ? undefined : name })) as never} resetScroll={false} activeOptions={{ exact: true, includeSearch: true }} {...(view === name ? { 'aria-current': 'page' as const } : {})}>
            {t(word)}
          </Link>
        ))}
      </nav>
      <span className="tools">
        {readOnly ? null : <Saved call={call} keeping={keeping} />}
        {readOnly ? null : <Steps />}
        <Files call={call} />
      </span>
    </div>
  );
}

/** While drafting it saves by itself; published rules wait for a reason. */
function Saved({ call, keeping }: Pick<EditorBarProps, 'call' | 'keeping'>) {
  const t = useTexts(editorTexts);
  const navigate = useNavigate();
  if (!call.changingRules.needsReason) return <AutosaveMark state={keeping.state} {...(keeping.conflict ? {} : { onRetry: () => void keeping.save().catch(() => undefined) })} />;
  if (!keeping.dirty) return null;
  return (
    <>
      <span className="tone-waiting">{t('not_published_yet')}</span>
      <button type="button" className="button primary" onClick={() => void navigate({ to: '.', search: { view: 'changes' } as never })}>
        {t('see_and_publish')}
      </button>
    </>
  );
}

function Steps() {
  const t = useTexts(editorTexts);
  const { store } = useEditor();
  useSyncExternalStore(store.subscribe, () => store.book);
  return (
    <>
      <button type="button" className="button plain" disabled={!store.canUndo} onClick={() => store.undo()}>
        {t('undo')}
      </button>
      <button type="button" className="button plain" disabled={!store.canRedo} onClick={() => store.redo()}>
        {t('redo')}
      </button>
    </>
  );
}

function Files({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(editorTexts);
  const { store, readOnly } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const book = await readRules(file);
    if (book) store.replace(book);
    setTold(t(book ? 'imported' : 'not_rules', { name: file.name }));
  };
  return (
    <>
      <button type="button" className="button plain" onClick={() => saveFile(rulesFile(store.book), `${call.number}.json`)}>
        {t('export')}
      </button>
      {readOnly ? null : (
        <>
          <input ref={input} type="file" accept=".json,application/json" hidden aria-label={t('import')} onChange={(event) => [void read(event.target.files?.[0]), (event.target.value = '')]} />
          <button type="button" className="button plain" onClick={() => input.current?.click()}>
            {t('import')}
          </button>
        </>
      )}
      {told ? (
        <span className="told" role="status">
          <Icon name="file" />
          {told}
        </span>
      ) : null}
    </>
  );
}
