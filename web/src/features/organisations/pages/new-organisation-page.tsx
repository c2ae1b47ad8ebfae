import { useNavigate } from '@tanstack/react-router';
import { api, sessionQuery, useCommand } from '../../../api/index.js';
import { PageShell, useTexts, useUrlState } from '../../../ui/index.js';
import { ProfileForm } from '../parts/profile-form.js';
import { bodyOf, EMPTY_PROFILE, type ProfileFields } from '../profile-model.js';
import { myOrganisationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

/** Whoever enters an organisation becomes its first member: the session then knows her new role. */
export default function NewOrganisationPage() {
  const t = useTexts(ownTexts);
  const navigate = useNavigate();
  const [url] = useUrlState();
  const found = useCommand({
    run: (fields: ProfileFields, key) => api.organisationMemberCreate({ body: { ...bodyOf(fields), nodeId: fields.nodeId }, headers: { 'Idempotency-Key': key } }),
    refresh: [sessionQuery.queryKey, myOrganisationsQuery.queryKey],
    onDone: ({ id }) => void navigate({ href: url.next?.startsWith('/desk/') ? url.next : `/desk/my-organisations/${id}` }),
  });
  return (
    <PageShell title={t('new_title')} back={{ to: '/desk/my-organisations', label: t('back') }}>
      <p className="quiet">{t('new_lead')}</p>
      <ProfileForm fields={EMPTY_PROFILE} action={t('create')} busy={found.isPending} error={found.error} onSave={(fields) => (found.isPending ? undefined : found.mutate(fields))} />
    </PageShell>
  );
}
