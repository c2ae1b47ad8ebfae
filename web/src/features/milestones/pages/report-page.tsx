import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MilestoneDetail } from '../../../api/index.js';
import { ErrorNote, PageShell, useSay, useTexts } from '../../../ui/index.js';
import '../milestones.css';
import { Decide } from '../parts/decide.js';
import { Reopening } from '../parts/reopening.js';
import { Remind } from '../parts/remind.js';
import { ReportForm } from '../parts/report-form.js';
import { ReportRead } from '../parts/report-read.js';
import { milestoneQuery } from '../queries.js';
import { toneOf } from '../statuses.js';
import { texts } from '../texts.js';

/** One report: written by the grantee, read and decided by the side that the rules name. */
export default function ReportPage() {
  const { id = '' } = useParams({ strict: false });
  const t = useTexts(texts);
  // While somebody writes, a read in the background must not take the place of what stands on the page.
  const report = useQuery({ ...milestoneQuery(id), refetchOnWindowFocus: false });
  if (report.isError && !report.data) return <article className="page"><ErrorNote error={report.error} onRetry={() => void report.refetch()} /></article>;
  if (!report.data) return <p className="opening quiet" role="status">{t('report')}…</p>;
  return <Loaded report={report.data} />;
}

function Loaded({ report }: { readonly report: MilestoneDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  const status = report.status as 'planned' | 'submitted' | 'returned' | 'accepted';
  const who = status === 'submitted' ? (report.acceptedBy === 'evaluator' ? t('acceptor_evaluator') : t('acceptor_officer')) : report.organisationName;
  return (
    <PageShell
      back={{ to: `/desk/projects/${report.projectId}`, search: { tab: 'milestones' }, label: t('back_project', { project: report.projectName }) }}
      title={say(report.title)}
      reference={t('reference', { number: report.projectNumber, organisation: report.organisationName })}
      status={{ word: report.late ? `${say(report.label)} · ${t('late')}` : say(report.label), tone: toneOf(report), now: t(`now_${status}`), ...(report.owed ? { by: report.dueOn } : {}), ...(status === 'accepted' ? {} : { who }) }}
    >
      {status === 'returned' && report.reason ? <Returned reason={report.reason} /> : null}
      {report.reminder ? <Remind report={report} reminder={report.reminder} /> : null}
      {report.writable ? <ReportForm key={report.id} report={report} /> : <ReportRead report={report} />}
      {report.moves.some(({ move }) => move === 'accept') ? <Decide report={report} /> : null}
      <Reopening report={report} />
    </PageShell>
  );
}

function Returned({ reason }: { readonly reason: string }) {
  const t = useTexts(texts);
  return (
    <section className="returned-note">
      <h2>{t('returned_title')}</h2>
      <p className="report-prose">{reason}</p>
    </section>
  );
}
