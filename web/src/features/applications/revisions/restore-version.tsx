import { useState } from 'react';
import { api, queryClient, useCommand, type ApplicationDetail } from '../../../api/index.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { myApplicationQuery } from '../queries-own.js';
import { revisionQuery, revisionsQuery } from '../queries-together.js';
import { togetherTexts } from '../texts-together.js';

/** The earlier answers take the place of the present ones, which stay as a version of their own. */
export function RestoreVersion({ application, version }: { readonly application: ApplicationDetail; readonly version: number }) {
  const t = useTexts(togetherTexts);
  const [asked, setAsked] = useState(false);
  const restoring = useCommand({
    run: async () => {
      const { answers } = await queryClient.fetchQuery(revisionQuery(application.id, version));
      return api.applicantSave({ path: { id: application.id }, body: { answers: answers as Record<string, Record<string, unknown>>, version: application.version } });
    },
    refresh: [myApplicationQuery(application.id).queryKey, revisionsQuery(application.id).queryKey],
    onDone: () => setAsked(false),
  });
  return (
    <div className="move-row no-print">
      <button type="button" className="button" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {t('restore')}
      </button>
      <p role="status" className="status-mark tone-done">
        {restoring.isSuccess ? t('restored') : null}
      </p>
      {asked ? (
        <div className="sure-box" role="alert">
          <span>{t('restore_sure')}</span>
          <button type="button" className="button primary" aria-disabled={restoring.isPending} onClick={() => (restoring.isPending ? undefined : restoring.mutate())}>
            {t('restore')}
          </button>
          <button type="button" className="button" onClick={() => setAsked(false)}>
            {t('cancel')}
          </button>
        </div>
      ) : null}
      {restoring.error ? <ErrorNote error={restoring.error} kept={t('kept')} /> : null}
    </div>
  );
}
