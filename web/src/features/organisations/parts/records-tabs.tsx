import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, type OrganisationView } from '../../../api/index.js';
import { Empty, ErrorNote, formatInstant, Money, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { STAFF } from '../queries-staff.js';
import { staffTexts } from '../texts-staff.js';

interface RecordsProps {
  readonly organisation: Pick<OrganisationView, 'id' | 'name'>;
}

/** What it applied for, was granted, how that was evaluated, and what was wrong: before somebody decides about it again. */
export function TrackTab({ organisation: { id } }: RecordsProps) {
  const marks = useMarks();
  const t = useTexts(staffTexts);
  const say = useSay();
  const found = useQuery({ queryKey: [...STAFF, id, 'track'], queryFn: () => api.statisticsTrackRecord({ path: { id } }) });
  if (found.isError && !found.data) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { applications, projects, issues, grantedFen } = found.data;
  if (applications.length + projects.length + issues.length === 0) return <Empty why={t('apps_none')} what={t('apps_none_do')} />;
  return (
    <>
      <section className="org-part">
        <h2>{t('projects')}</h2>
        <p className="quiet">
          {projects.length > 0 ? (
            <>
              {t('granted_all', { count: projects.length })} <Money fen={grantedFen} />
            </>
          ) : (
            t('granted_none')
          )}
        </p>
        <Rows label={t('projects')}>
          {projects.map((project) => (
            <Row key={project.id} to={`/desk/projects/${project.id}`} title={project.name} number={project.number} state={[say(project.label), project.stoppedReason].filter(Boolean).join(' · ')} fen={project.awardedFen}>
              {project.evaluations.map(({ title, grade, score, recordedAt }) => (
                <span key={recordedAt} className="quiet org-below">
                  {t('evaluated', { title: say(title), grade: say(grade), score, day: formatInstant(new Date(recordedAt), 'day') })}
                </span>
              ))}
            </Row>
          ))}
        </Rows>
      </section>
      <section className="org-part">
        <h2>{t('applications')}</h2>
        <Rows label={t('applications')}>
          {applications.map((row) => (
            <Row key={row.id} to={`/desk/applications/${row.id}`} title={row.projectName} number={row.number ?? ''} state={[say(row.label), row.score].filter(Boolean).join(' · ')} fen={row.requestedFen}>
              <span className="quiet org-below">{say(row.callTitle)}</span>
            </Row>
          ))}
        </Rows>
      </section>
      {issues.length > 0 ? (
        <section className="org-part">
          <h2>{t('issues')}</h2>
          {issues.map(({ kind, reason, raisedAt, resolution }) => (
            <p key={raisedAt + reason}>
              <span className="figures">{formatInstant(new Date(raisedAt), 'day')}</span> {say(kind)}{marks.colon}{reason} <span className="quiet">{resolution ?? t('issue_waits')}</span>
            </p>
          ))}
        </section>
      ) : null}
    </>
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
  readonly children?: ReactNode;
}

function Row({ to, title, number, state, fen, children }: RowProps) {
  return (
    <tr>
      <td>
        <Link to={to}>{title}</Link>
        {children}
      </td>
      <td className="figures">{number}</td>
      <td>{state}</td>
      <td className="right">{fen === null ? '—' : <Money fen={fen} />}</td>
    </tr>
  );
}
