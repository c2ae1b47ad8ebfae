import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, Problem, useCommand, type OrganisationView, serverNow } from '../../../api/index.js';
import { formatTimeOfDay, useTexts } from '../../../ui/index.js';
import { bodyOf, fieldsOf, type ProfileFields } from '../profile-model.js';
import { myOrganisationsQuery, organisationQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';
import { ProfileForm } from './profile-form.js';

/**
 * The version that stands in the fields goes back with the change: a colleague's is never overwritten, and what is half typed is not
 * replaced by what a read in the background has found.
 */
export function ProfileEditor({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useTexts(ownTexts);
  const queries = useQueryClient();
  const [held, setHeld] = useState(organisation);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const { id } = organisation;
  const saving = useCommand<ProfileFields, OrganisationView>({
    run: (fields) => api.organisationMemberChange({ path: { id }, body: { ...bodyOf(fields), version: held.version } }),
    refresh: [organisationQuery(id).queryKey, myOrganisationsQuery.queryKey],
    onDone: (saved) => {
      setHeld(saved);
      setSavedAt(new Date(serverNow()));
    },
  });
  const outdated = saving.error instanceof Problem && saving.error.status === 412;
  const loadNewest = async () => {
    setHeld(await queries.fetchQuery({ ...organisationQuery(id), staleTime: 0 }));
    saving.reset();
  };
  return (
    <>
      <ProfileForm key={held.version} id={id} fields={fieldsOf(held)} action={t('save')} busy={saving.isPending} error={saving.error} onSave={(fields) => (saving.isPending ? undefined : saving.mutate(fields))} />
      {outdated ? (
        <p>
          {t('version_changed')}{' '}
          <button type="button" className="button" onClick={() => void loadNewest()}>
            {t('load_newest')}
          </button>
        </p>
      ) : null}
      <p role="status" className="tone-done status-mark">
        {savedAt ? t('saved', { time: formatTimeOfDay(savedAt) }) : null}
      </p>
    </>
  );
}
