import { useQuery } from '@tanstack/react-query';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { membersQuery } from '../queries-own.js';
import { memberTexts } from '../texts-members.js';
import { FormerMembers } from './former-members.js';
import './organisations.css';

/** For staff: who acts for the organisation today, and who has done so. */
export function PeopleTab({ organisationId }: { readonly organisationId: string }) {
  const t = useTexts(memberTexts);
  const members = useQuery(membersQuery(organisationId));
  if (members.isError && !members.data) return <ErrorNote error={members.error} onRetry={() => void members.refetch()} />;
  if (!members.data) return null;
  return (
    <>
      <section className="org-part">
        <h2>{t('present')}</h2>
        {members.data.length === 0 ? <Empty why={t('present_none')} what={t('present_none_do')} /> : null}
        <ul className="member-list">
          {members.data.map(({ accountId, name, email }) => (
            <li key={accountId}>
              <span>{name}</span>
              <span className="quiet">{email}</span>
            </li>
          ))}
        </ul>
      </section>
      <FormerMembers id={organisationId} />
    </>
  );
}
