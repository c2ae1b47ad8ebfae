import { useQuery } from '@tanstack/react-query';
import type { FormerMemberView } from '../../../api/index.js';
import { ErrorNote, formatInstant, useTexts } from '../../../ui/index.js';
import { formerMembersQuery } from '../queries-own.js';
import { memberTexts } from '../texts-members.js';

/** Who acted for the organisation and does so no more: from when, until when, and who ended it. */
export function FormerMembers({ id }: { readonly id: string }) {
  const t = useTexts(memberTexts);
  const former = useQuery(formerMembersQuery(id));
  if (former.isError && !former.data) return <ErrorNote error={former.error} onRetry={() => void former.refetch()} />;
  if (!former.data) return null;
  return (
    <section className="former-members">
      <h2>{t('former')}</h2>
      {former.data.length === 0 ? <p className="quiet">{t('former_none')}</p> : <p className="quiet">{t('former_lead')}</p>}
      <ul className="member-list">
        {former.data.map((member) => (
          <Former key={`${member.accountId} ${member.until}`} member={member} />
        ))}
      </ul>
    </section>
  );
}

function Former({ member: { name, since, until, byHerself, removedBy } }: { readonly member: FormerMemberView }) {
  const t = useTexts(memberTexts);
  const how = byHerself ? t('left_herself') : removedBy === null ? null : t('removed_by', { name: removedBy });
  return (
    <li>
      <span>
        {name}
        {how ? <span className="quiet"> · {how}</span> : null}
      </span>
      <span className="figures">{t('from_until', { from: formatInstant(new Date(since), 'day'), until: formatInstant(new Date(until), 'day') })}</span>
    </li>
  );
}
