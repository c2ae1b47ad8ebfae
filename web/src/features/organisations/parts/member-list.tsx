import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, sessionQuery, useCommand, type MemberView, type OrganisationView } from '../../../api/index.js';
import { ErrorNote, TextField, useTexts } from '../../../ui/index.js';
import { membersQuery, myOrganisationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';
import { FormerMembers } from './former-members.js';

export function MemberList({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useTexts(ownTexts);
  const members = useQuery(membersQuery(organisation.id));
  return (
    <section>
      <p className="quiet">{t('members_lead')}</p>
      {members.error ? <ErrorNote error={members.error} onRetry={() => void members.refetch()} /> : null}
      <ul className="member-list" style={{ marginTop: 12 }}>
        {members.data?.map((member) => (
          <Member key={member.accountId} member={member} organisation={organisation} />
        ))}
      </ul>
      <AddMember id={organisation.id} />
      <FormerMembers id={organisation.id} />
    </section>
  );
}

function Member({ member, organisation }: { readonly member: MemberView; readonly organisation: OrganisationView }) {
  const t = useTexts(ownTexts);
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const removing = useCommand({
    run: () => api.organisationPeopleRemove({ path: { id: organisation.id, accountId: member.accountId } }),
    refresh: member.self ? [sessionQuery.queryKey, myOrganisationsQuery.queryKey] : [membersQuery(organisation.id).queryKey],
    onDone: () => (member.self ? void navigate({ to: '/desk/my-organisations' }) : undefined),
  });
  const action = member.self ? t('member_leave') : t('member_remove');
  return (
    <li>
      <span>
        {member.name}
        {member.self ? <span className="quiet"> · {t('member_self')}</span> : null}
        <span className="quiet" style={{ display: 'block' }}>
          {member.email}
        </span>
      </span>
      <button type="button" className="button plain" onClick={() => setAsked(!asked)} aria-expanded={asked}>
        {action}
      </button>
      {asked ? (
        <div className="sure">
          <span>{member.self ? t('member_leave_sure', { organisation: organisation.name }) : t('member_remove_sure', { name: member.name })}</span>
          <button type="button" className="button danger" onClick={() => removing.mutate()}>
            {action}
          </button>
          <button type="button" className="button" onClick={() => setAsked(false)}>
            {t('cancel')}
          </button>
          {removing.error ? <ErrorNote error={removing.error} kept="" /> : null}
        </div>
      ) : null}
    </li>
  );
}

function AddMember({ id }: { readonly id: string }) {
  const t = useTexts(ownTexts);
  const [email, setEmail] = useState('');
  const [added, setAdded] = useState(false);
  const adding = useCommand({
    run: (address: string, key) => api.organisationPeopleAdd({ path: { id }, body: { email: address }, headers: { 'Idempotency-Key': key } }),
    refresh: [membersQuery(id).queryKey],
    onDone: () => {
      setEmail('');
      setAdded(true);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAdded(false);
    if (email.trim() && !adding.isPending) adding.mutate(email.trim());
  };
  return (
    <form onSubmit={send} noValidate>
      <div className="inline-form">
        <TextField label={t('member_email')} hint={t('member_add_hint')} type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        <button type="submit" className="button" aria-disabled={adding.isPending}>
          {t('member_add')}
        </button>
      </div>
      <p role="status" className="status-mark tone-done">
        {added ? t('member_added') : null}
      </p>
      {adding.error ? <ErrorNote error={adding.error} kept={t('kept')} /> : null}
    </form>
  );
}
