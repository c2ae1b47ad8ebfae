import { useState } from 'react';
import type { OfficerCallView } from '../../../../api/index.js';
import { formatInstant, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useEditor } from '../editor-context.js';
import { forgetLocally, readLocally } from './local-copy.js';

/** What this browser kept of an earlier visit and the server never got. */
export function RestorePart({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(editorTexts);
  const { store, readOnly } = useEditor();
  const [copy, setCopy] = useState(() => readLocally(call.id));
  if (!copy || readOnly || JSON.stringify(copy.book) === JSON.stringify(call.rulebook)) return null;
  const restore = () => {
    store.replace(copy.book);
    setCopy(null);
  };
  const drop = () => {
    forgetLocally(call.id);
    setCopy(null);
  };
  return (
    <div className="editor-note tone-waiting" role="status">
      {t('restore_found', { when: formatInstant(new Date(copy.at)) })}
      <button type="button" className="button" onClick={restore}>
        {t('restore')}
      </button>
      <button type="button" className="link-button" onClick={drop}>
        {t('restore_drop')}
      </button>
    </div>
  );
}
