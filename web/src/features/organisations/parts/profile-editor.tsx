import { useState } from 'react';
import { api, useCommand, type OrganisationView, serverNow } from '../../../api/index.js';
import { formatTimeOfDay, useTexts } from '../../../ui/index.js';
import { bodyOf, fieldsOf, type ProfileFields } from '../profile-model.js';
import { myOrganisationsQuery, organisationQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';
import { ProfileForm } from './profile-form.js';

/** The version that was read goes back with the change: a colleague's is never overwritten. */
export function ProfileEditor({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useTexts(ownTexts);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const saving = useCommand({
    run: (fields: ProfileFields) => api.organisationMemberChange({ path: { id: organisation.id }, body: { ...bodyOf(fields), version: organisation.version } }),
    refresh: [organisationQuery(organisation.id).queryKey, myOrganisationsQuery.queryKey],
    onDone: () => setSavedAt(new Date(serverNow())),
  });
  return (
    <>
      <ProfileForm id={organisation.id} fields={fieldsOf(organisation)} action={t('save')} busy={saving.isPending} error={saving.error} onSave={(fields) => (saving.isPending ? undefined : saving.mutate(fields))} />
      <p role="status" className="tone-done status-mark">
        {savedAt ? t('saved', { time: formatTimeOfDay(savedAt) }) : null}
      </p>
    </>
  );
}
