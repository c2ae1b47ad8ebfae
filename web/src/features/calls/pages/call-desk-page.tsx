import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { OfficerCallView, Rulebook } from '../../../api/index.js';
import { ErrorNote, PageShell, useLanguage, useRecordTabs, useTexts, type PageTab } from '../../../ui/index.js';
import { AdmissionPart } from '../desk/admission-part.js';
import '../desk/calls-desk.css';
import { statusOf } from '../desk/call-status.js';
import { Overview } from '../desk/overview-part.js';
import { QuestionsPart } from '../desk/questions-part.js';
import { RulesPart } from '../desk/rules-part.js';
import { useCallTimeline } from '../desk/use-call-timeline.js';
import { VersionsPart } from '../desk/versions-part.js';
import { callQuery, questionsQuery } from '../officer-queries.js';
import { invitationTexts } from '../texts-invitations.js';
import { officerTexts } from '../texts-officer.js';
import { roundTexts } from '../texts-round.js';

/** One round, from its draft to the archive: where it stands, its rules, what changed, and what the other rooms bring. */
export default function CallDeskPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useTexts(officerTexts);
  const call = useQuery(callQuery(id));
  if (call.isError && !call.data) return <ErrorNote error={call.error} onRetry={() => void call.refetch()} />;
  if (!call.data) return <p className="opening quiet" role="status">{t('rounds')}…</p>;
  return <CallPage call={call.data} />;
}

function CallPage({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const timeline = useCallTimeline(call.id);
  const r = useTexts(roundTexts);
  const i = useTexts(invitationTexts);
  const book = call.rulebook as Partial<Rulebook>;
  const questions = useQuery({ ...questionsQuery(call.id), enabled: call.publishedAt !== null });
  const waiting = questions.data?.items.filter(({ status }) => status === 'waiting').length ?? 0;
  const brought = useRecordTabs('call', call.id);
  const own: PageTab[] = [
    { key: 'overview', label: t('overview'), content: <Overview call={call} /> },
    { key: 'rules', label: t('rules'), content: <RulesPart call={call} /> },
    ...(call.publishedAt ? [{ key: 'questions', label: r('questions'), ...(waiting > 0 ? { count: waiting } : {}), content: <QuestionsPart call={call} /> }] : []),
    ...(book.visibility === 'invited' ? [{ key: 'invitations', label: i('tab'), content: <AdmissionPart call={call} /> }] : []),
    { key: 'versions', label: t('changes'), content: <VersionsPart call={call} /> },
  ];
  const drafting = ['draft', 'needs_collection'].includes(call.status);
  const action = drafting
    ? { label: t('call_title_edit'), kind: mayPublish(call) ? ('secondary' as const) : ('primary' as const), onAct: () => void navigate({ to: `/desk/calls/${call.id}/rules` as string }), refusal: refusalOf(call, language) }
    : { label: t('view_applications'), onAct: () => void navigate({ to: '/desk/applications', search: { callId: call.id } as never }) };
  return (
    <PageShell
      title={call.title[language]}
      reference={call.number}
      back={{ to: '/desk/calls', label: t('rounds') }}
      status={statusOf(call, t, language)}
      action={action}
      tabs={[...own.slice(0, 1), ...brought, ...own.slice(1)]}
      {...(timeline.length > 0 ? { timeline } : {})}
    />
  );
}

/** Once nothing stands against it, publishing is what comes next, not the writing. */
const mayPublish = ({ moves }: OfficerCallView): boolean => moves.some(({ move, allowed }) => move === 'publish' && allowed);

const refusalOf = ({ changingRules: { allowed, reason } }: OfficerCallView, language: 'zh' | 'en'): string | null => (allowed ? null : (reason?.[language] ?? null));
