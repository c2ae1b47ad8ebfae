import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, type OrganisationView } from '../../../api/index.js';
import { Empty, ErrorNote, Money, useSay, useTexts } from '../../../ui/index.js';
import { STAFF } from '../queries-staff.js';
import { staffTexts } from '../texts-staff.js';

interface RecordsProps {
  readonly organisation: Pick<OrganisationView, 'id' | 'name'>;
}

/** The list is searched by the name; whoever only shares part of it is left out. */
export function ApplicationsTab({ organisation: { id, name } }: RecordsProps) {
  const t = useTexts(staffTexts);
  const say = useSay();
  const found = useQuery({ queryKey: [...STAFF, id, 'applications'], queryFn: () => api.staffApplicationsList({ query: { words: name.slice(0, 60), limit: 200 } }) });
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  const rows = found.data?.items.filter(({ organisationId }) => organisationId === id) ?? [];
  if (found.data && rows.length === 0) return <Empty why={t('apps_none')} what={t('apps_none_do')} />;
  return (
    <Rows label={t('applications')}>
      {rows.map((row) => (
        <Row key={row.id} to={`/desk/applications/${row.id}`} title={row.projectName} number={row.number ?? ''} state={say(row.label)} fen={row.requestedFen} />
      ))}
    </Rows>
  );
}

export function ProjectsTab({ organisation: { id, name } }: RecordsProps) {
  const t = useTexts(staffTexts);
  const say = useSay();
  const found = useQuery({ queryKey: [...STAFF, id, 'projects'], queryFn: () => api.projectsList({ query: { words: name.slice(0, 60), limit: 200 } }) });
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  const rows = found.data?.items.filter(({ organisationId }) => organisationId === id) ?? [];
  if (found.data && rows.length === 0) return <Empty why={t('projects_none')} what={t('projects_none_do')} />;
  return (
    <Rows label={t('projects')}>
      {rows.map((row) => (
        <Row key={row.id} to={`/desk/projects/${row.id}`} title={row.name} number={row.number} state={say(row.label)} fen={row.awardedFen} />
      ))}
    </Rows>
  );
}

function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <table className="org-rows" aria-label={label}>
      <tbody>{children}</tbody>
    </table>
  );
}

interface RowProps {
  readonly to: string;
  readonly title: string;
  readonly number: string;
  readonly state: string;
  readonly fen: number | null;
}

function Row({ to, title, number, state, fen }: RowProps) {
  return (
    <tr>
      <td>
        <Link to={to}>{title}</Link>
      </td>
      <td className="figures">{number}</td>
      <td>{state}</td>
      <td className="right">{fen === null ? '—' : <Money fen={fen} />}</td>
    </tr>
  );
}
