import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ApplicationDetail, Rulebook, ScreeningView } from '../../../api/index.js';
import { ErrorNote, formatFen, PageShell, useLanguage, useRecordTabs, useTexts, type PageTab } from '../../../ui/index.js';
import '../form/application-form.css';
import { AnswersShown } from '../parts/answers-shown.js';
import { CopyLinks } from '../parts/copy-links.js';
import '../parts/own.css';
import { ChecksPart } from '../staff/checks-part.js';
import { CorrectionPart } from '../staff/correction-part.js';
import { DecisionPart } from '../staff/decision-part.js';
import { DialoguePart } from '../staff/dialogue-part.js';
import { FaultsPart } from '../staff/faults-part.js';
import { NeighbourLinks } from '../staff/neighbour-links.js';
import { OnRecordPart } from '../staff/on-record-part.js';
import { PartyLeftPart } from '../staff/party-left-part.js';
import { PartnersLine } from '../staff/partners-line.js';
import { OthersPart } from '../staff/others-part.js';
import { SitesLine } from '../staff/sites-line.js';
import { RecordPart } from '../staff/record-part.js';
import { statusOfApplication } from '../staff/screening-status.js';
import '../staff/staff.css';
import { dialogueQuery, rulesQuery, screeningQuery, staffApplicationQuery } from '../staff-queries.js';
import { staffTexts } from '../texts-staff.js';

/** One application before its screener: the answers at the left; the rules, the decision and the organisation at the right. */
export default function ScreeningPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useTexts(staffTexts);
  const application = useQuery(staffApplicationQuery(id));
  const screening = useQuery(screeningQuery(id));
  const rules = useQuery({ ...rulesQuery(application.data?.callId ?? '', application.data?.rulebookVersion ?? 0), enabled: Boolean(application.data) });
  const failed = [application, screening, rules].find(({ isError, data }) => isError && !data);
  if (failed) return <article className="page"><ErrorNote error={failed.error} onRetry={() => void failed.refetch()} /></article>;
  if (!application.data || !screening.data || !rules.data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return <Screening key={id} application={application.data} screening={screening.data} book={rules.data} />;
}

interface ScreeningProps {
  readonly application: ApplicationDetail;
  readonly screening: ScreeningView;
  readonly book: Rulebook;
}

function Screening({ application, screening, book }: ScreeningProps) {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const dialogue = useQuery(dialogueQuery(application.id)).data;
  const brought = useRecordTabs('application', application.id);
  const own: PageTab = { key: 'screening', label: t('screening'), content: <Columns application={application} screening={screening} book={book} /> };
  return (
    <div className="screening-page">
      <PageShell
        title={application.projectName}
        reference={[application.number, application.organisationName, application.call.title[language]].filter(Boolean).join(' · ')}
        back={{ to: '/desk/applications', label: t('back_table') }}
        status={statusOfApplication(application, book, { t, language }, dialogue)}
        {...(brought.length > 0 ? { tabs: [own, ...brought] } : {})}
      >
        {brought.length > 0 ? null : own.content}
      </PageShell>
    </div>
  );
}

function Columns({ application, screening, book }: ScreeningProps) {
  const t = useTexts(staffTexts);
  const { requestedFen, totalFen, partners, answers, files, faults } = application;
  return (
    <>
      <NeighbourLinks id={application.id} />
      <PartyLeftPart application={application} />
      <div className="screening-columns">
        <section className="screening-answers" aria-label={t('answers')}>
          <p className="figures">{t('requested_of', { requested: formatFen(requestedFen), total: formatFen(totalFen) })}</p>
          <PartnersLine partners={partners} />
          {application.correction ? <CorrectionPart correction={application.correction} book={book} /> : null}
          <AnswersShown book={book} answers={answers} files={files} faults={faults} />
          <CopyLinks id={application.id} />
        </section>
        <div className="screening-side">
          <DecisionPart application={application} screening={screening} book={book} />
          <DialoguePart application={application} />
          <ChecksPart application={application} screening={screening} book={book} />
          <SitesLine id={application.id} />
          <FaultsPart application={application} book={book} />
          <OnRecordPart organisation={screening.organisation} />
          <OthersPart others={screening.others} />
          <RecordPart history={screening.history} />
        </div>
      </div>
    </>
  );
}
