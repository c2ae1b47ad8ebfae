import { useMemo, useState } from 'react';
import type { OfficerCallView, Rulebook } from '../../../../api/index.js';
import { PageShell, useLanguage, useTexts, useUrlState } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { officerTexts } from '../../texts-officer.js';
import { DraftStore } from '../draft-store.js';
import { EditorScopeProvider } from '../editor-context.js';
import type { SchemaNode } from '../schema.js';
import { ConflictPart } from './conflict-part.js';
import { EditorBar } from './editor-bar.js';
import { RestorePart } from './restore-part.js';
import { useExamination } from './use-examination.js';
import { useKeeping } from './use-keeping.js';
import { ViewOf } from './view-of.js';

interface RulesEditorProps {
  readonly call: OfficerCallView;
  readonly root: SchemaNode;
}

export function RulesEditor({ call, root }: RulesEditorProps) {
  const t = useTexts(editorTexts);
  const officer = useTexts(officerTexts);
  const language = useLanguage();
  const [url] = useUrlState();
  const [store] = useState(() => new DraftStore(call.rulebook as Rulebook));
  const { allowed, reason, needsReason } = call.changingRules;
  const examination = useExamination(store, call.problems);
  const keeping = useKeeping(store, call, allowed && !needsReason);
  const scope = useMemo(() => ({ store, root, problems: examination.byPlace, readOnly: !allowed }), [store, root, examination.byPlace, allowed]);
  return (
    <EditorScopeProvider value={scope}>
      <PageShell title={`${officer(allowed ? (needsReason ? 'rules_change' : 'call_title_edit') : 'rules_read')} · ${call.title[language]}`} reference={call.number} back={{ to: `/desk/calls/${call.id}`, label: t('back') }}>
        <EditorBar call={call} keeping={keeping} view={url.view ?? 'write'} />
        {allowed ? null : <p className="editor-note tone-waiting">{t('read_only', { reason: reason?.[language] ?? '' })}</p>}
        {allowed && needsReason && !keeping.dirty ? <p className="editor-note tone-waiting">{t('after_publication')}</p> : null}
        {keeping.conflict ? <ConflictPart theirs={keeping.conflict} keeping={keeping} /> : <RestorePart call={call} />}
        <ViewOf call={call} keeping={keeping} examination={examination} view={url.view ?? 'write'} />
      </PageShell>
    </EditorScopeProvider>
  );
}
