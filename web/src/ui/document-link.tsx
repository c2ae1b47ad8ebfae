import { useState } from 'react';
import { http } from '../api/client.js';
import type { DocumentStateView } from '../api/index.js';
import { useCommand } from '../api/use-command.js';
import { ActDialog } from './act-dialog.js';
import './document-link.css';
import type { IconName } from './icon.js';
import { useSay } from './language/sentence.js';
import { useTexts } from './language/texts.js';
import { StatusMark } from './status-mark.js';
import { uiTexts } from './texts.js';
import type { Tone } from './tone.js';
import { useDocumentState } from './use-document-state.js';

export interface DocumentLinkProps {
  /** Of a file that somebody has handed in. */
  readonly id: string;
  readonly name: string;
}

const LOOK: Readonly<Record<string, readonly [Tone, IconName]>> = {
  clean: ['done', 'check'],
  quarantined: ['quiet', 'hourglass'],
  infected: ['late', 'alert'],
  unscanned: ['waiting', 'alert'],
  released: ['quiet', 'eye'],
};

/** A file that was handed in: its name opens it once it may be opened, and how it was scanned stands beside it. */
export function DocumentLink({ id, name }: DocumentLinkProps) {
  const state = useDocumentState(id);
  const say = useSay();
  const look = state && LOOK[state.scan];
  return (
    <span className="document-link">
      {state && !state.openable ? <span className="document-name">{name}</span> : <a href={`/api/documents/${id}/content`}>{name}</a>}
      {state && look ? <StatusMark word={say(state.scanLabel)} tone={look[0]} icon={look[1]} /> : null}
      {state?.releasable ? <Release file={state} /> : null}
    </span>
  );
}

/** Staff may open what nobody could scan, and say why; it is written into the audit trail with their name. */
export function Release({ file }: { readonly file: DocumentStateView }) {
  const t = useTexts(uiTexts);
  const [together, setTogether] = useState(true);
  const release = useCommand<string>({
    run: (reason, key) => http.post('/api/documents/releases', { ids: [file.id, ...(together ? file.alike : [])], reason }, { idempotencyKey: key }),
    refresh: [['documents']],
  });
  return (
    <ActDialog kind="secondary" label={t('release')} title={t('release_title', { name: file.name })} reason={{ label: t('release_reason'), hint: t('release_hint'), least: 4 }} onAct={(reason) => release.mutateAsync(reason)}>
      <p>{t('release_what')}</p>
      {file.alike.length > 0 ? (
        <label className="tick-line">
          <input type="checkbox" checked={together} onChange={(event) => setTogether(event.target.checked)} />
          {t('release_together', { count: file.alike.length })}
        </label>
      ) : null}
    </ActDialog>
  );
}
