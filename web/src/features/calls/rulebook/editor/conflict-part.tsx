import { useQuery } from '@tanstack/react-query';
import { api, type OfficerCallView } from '../../../../api/index.js';
import { ErrorNote, Icon, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook } from '../editor-context.js';
import { ChangeList } from '../reading/change-list.js';
import type { Keeping } from './use-keeping.js';

/** Two people have written: both versions are kept until somebody has looked at the differences and chosen. */
export function ConflictPart({ theirs, keeping }: { readonly theirs: OfficerCallView; readonly keeping: Keeping }) {
  const t = useTexts(editorTexts);
  const mine = useBook();
  const changes = useQuery({ queryKey: ['rulebook-conflict', theirs.id, theirs.version, mine], queryFn: () => api.rulebooksCompare({ body: { before: theirs.rulebook as never, after: mine as never } }) });
  return (
    <section className="error-note tone-waiting conflict" role="alert">
      <Icon name="hourglass" />
      <div>
        <p className="what">{t('conflict')}</p>
        <p>{t('conflict_what')}</p>
        <details>
          <summary>{t('conflict_diff')}</summary>
          {changes.isError ? <ErrorNote error={changes.error} onRetry={() => void changes.refetch()} /> : null}
          {changes.data ? <ChangeList changes={changes.data} before={theirs.rulebook} after={mine} /> : null}
        </details>
        <p className="part-tools">
          <button type="button" className="button" onClick={keeping.takeTheirs}>
            {t('conflict_theirs')}
          </button>
          <button type="button" className="button" onClick={keeping.saveMine}>
            {t('conflict_mine')}
          </button>
        </p>
      </div>
    </section>
  );
}
