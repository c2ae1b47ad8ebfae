import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { queryClient, type ApplicationDetail, type PublicCallView } from '../../../api/index.js';
import { ErrorNote, PageShell, useRecordTabs, useSay, useTexts, type PageShellProps, type TimelineEntry } from '../../../ui/index.js';
import '../form/application-form.css';
import { useClosing } from '../form/closed-note.js';
import { AnswersShown } from '../parts/answers-shown.js';
import '../parts/own.css';
import { toneOf } from '../parts/own-status.js';
import { ReceiptList } from '../parts/receipt-list.js';
import { StateTab } from '../parts/state-tab.js';
import { myApplicationQuery, rulesQuery } from '../queries-own.js';
import { dialogueQuery } from '../staff-queries.js';
import { VersionsTab } from '../revisions/versions-tab.js';
import { ownTexts } from '../texts-own.js';
import { partnerTexts } from '../texts-partners.js';
import { WritersTab } from '../together/writers-tab.js';

export default function MyApplicationPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const application = useQuery(myApplicationQuery(id));
  const call = useQuery({ ...rulesQuery(application.data?.callId ?? ''), enabled: Boolean(application.data) });
  const error = application.error ?? call.error;
  if (error && !(application.data && call.data)) return <article className="page"><ErrorNote error={error} onRetry={() => void Promise.all([application.refetch(), call.refetch()])} /></article>;
  if (!application.data || !call.data) return <p className="opening quiet" role="status">…</p>;
  return <ApplicationPage application={application.data} call={call.data} />;
}

function ApplicationPage({ application, call }: { readonly application: ApplicationDetail; readonly call: PublicCallView }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const brought = useRecordTabs('application', application.id);
  const action = useMainAction(application);
  useClosing({ application, call }, () => void queryClient.invalidateQueries({ queryKey: myApplicationQuery(application.id).queryKey }));
  return (
    <PageShell
      title={application.projectName || t('unnamed')}
      reference={[application.number ?? call.number, say(call.title), application.organisationName].join(' · ')}
      back={{ to: '/desk/my-applications', label: t('back_list') }}
      status={useStatus(application)}
      {...(action ? { action } : {})}
      tabs={[
        { key: 'state', label: t('tab_state'), content: <StateTab application={application} call={call} /> },
        { key: 'answers', label: t('tab_answers'), content: <AnswersShown book={call.rulebook} answers={application.answers} files={application.files} /> },
        { key: 'writers', label: t('tab_writers'), content: <WritersTab id={application.id} /> },
        { key: 'versions', label: t('tab_versions'), content: <VersionsTab application={application} call={call} /> },
        { key: 'receipts', label: t('tab_receipts'), content: <ReceiptList id={application.id} /> },
        ...brought,
      ]}
      timeline={useRecord(application)}
    />
  );
}

/** Newest first; a draft says when it was last saved. */
function useRecord({ timeline, status, savedAt }: ApplicationDetail): TimelineEntry[] {
  const t = useTexts(ownTexts);
  const say = useSay();
  const moves = timeline.map((entry, index) => ({ id: String(index), what: say(entry.label), at: entry.at, ...(entry.reason ? { note: entry.reason } : {}) }));
  const saved = status === 'draft' || status === 'returned' ? [{ id: 'saved', what: t('saved_at'), at: savedAt }] : [];
  return [...moves, ...saved].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const NOW = {
  draft: 'now_draft', returned: 'now_returned', withdrawn: 'now_withdrawn', eligible: 'now_eligible', ineligible: 'now_ineligible', in_review: 'now_review', shortlisted: 'now_review',
  not_shortlisted: 'now_review', awarded: 'now_award_open', not_awarded: 'now_not_awarded', declined: 'now_declined',
} as const;

const nowOf = ({ status, outcome }: ApplicationDetail) => (outcome?.confirmed ? 'now_awarded' : (NOW[status as keyof typeof NOW] ?? 'now_review'));

/** What happens now, by when, and with whom. */
function useStatus(application: ApplicationDetail): NonNullable<PageShellProps['status']> {
  const t = useTexts(ownTexts);
  const say = useSay();
  const { status, returned, outcome } = application;
  const asked = useAsked(application);
  const { takes: open, closedBoard } = application.call;
  const word = { word: say(application.label), tone: toneOf(status) };
  const led = useLed(application);
  const next = asked ?? led;
  if (next) return { ...word, ...next };
  if (status === 'submitted' || status === 'withdrawn') return { ...word, ...sentOf(t, application) };
  if (status === 'reserved') return { ...word, now: t('now_reserved', { position: outcome?.position ?? 1 }), who: t('by_organiser') };
  const now = t(nowOf(application));
  if (status === 'returned' && returned) return { ...word, now, by: returned.dueAt, who: t('by_you') };
  if (status === 'draft') return open ? { ...word, now, by: application.call.closesAt, who: t('by_you') } : { ...word, tone: 'quiet', now: closedBoard ? t('closed_board', { board: say(closedBoard) }) : t('closed_draft') };
  return { ...word, now };
}

/** What was sent or taken back may be changed until the deadline. */
function sentOf(t: ReturnType<typeof useTexts<(typeof ownTexts)['texts']>>, { status, call: { takes, closesAt } }: ApplicationDetail): Pick<NonNullable<PageShellProps['status']>, 'now' | 'by' | 'who'> {
  const by = takes ? { by: closesAt } : {};
  if (status === 'submitted') return { now: takes ? t('now_submitted_open') : t('now_submitted'), ...by, who: t('by_organiser') };
  return takes ? { now: t('now_withdrawn_open'), ...by, who: t('by_you') } : { now: t('now_withdrawn') };
}

/** A draft, or a correction of the parties, that another organisation leads: what the reader's own is to answer, or whose turn it is; and who has left since. */
function useLed({ status, part, partners, organisationName, call, returned }: ApplicationDetail): Partial<NonNullable<PageShellProps['status']>> | null {
  const t = useTexts(ownTexts);
  const partner = useTexts(partnerTexts);
  const left = status === 'submitted' && partners.find(({ consent }) => consent === 'left');
  if (left) return { tone: 'waiting', now: partner('party_left_own', { name: left.name }), who: t('by_organiser') };
  if (status === 'draft' ? !call.takes : !returned?.parties) return null;
  const by = returned?.dueAt ?? call.closesAt;
  if (partners.some(({ mine, consent }) => mine && consent === 'asked')) return { now: partner('now_agree'), by, who: t('by_you') };
  return part === 'view' && partners.some(({ mine }) => mine) ? { now: partner('now_led'), by, who: organisationName } : null;
}

/** What the screening asks of the applicant beside the form: a supplement, or the last day for an appeal. */
function useAsked({ id, status }: ApplicationDetail): Partial<NonNullable<PageShellProps['status']>> | null {
  const t = useTexts(ownTexts);
  const { data } = useQuery({ ...dialogueQuery(id), enabled: status === 'submitted' || status === 'ineligible' });
  const awaited = data?.supplements.find(({ state }) => state === 'awaited');
  if (awaited) return { tone: 'waiting', now: t('now_supplement'), by: awaited.dueAt, who: t('by_you') };
  if (data?.appeals.some((appeal) => appeal.status === 'lodged')) return { now: t('now_appealed'), who: t('by_organiser') };
  return data?.refusal?.appealing.allowed ? { now: t('now_appeal'), by: data.refusal.appealUntil, who: t('by_you') } : null;
}

/** The one thing to do next. */
function useMainAction({ id, status, moves, faults, bars, call, returned }: ApplicationDetail): PageShellProps['action'] | null {
  const t = useTexts(ownTexts);
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate({ to });
  if (moves.length === 0) return null;
  if (status === 'draft' && !call.takes) return call.closedBoard ? { label: t('do_other_board'), onAct: go(`/desk/my-applications/${id}/form`) } : null;
  const complete = faults.every(({ severity }) => severity !== 'error');
  if (status === 'draft') return complete ? { label: t('do_submit'), onAct: go(`/desk/my-applications/${id}/preview`) } : { label: t('do_finish'), onAct: go(`/desk/my-applications/${id}/form`) };
  // Where only the parties are open there is nothing to do in the form: once they are in order, it goes back.
  if (returned?.sections.length === 0) return complete && bars.length === 0 ? { label: t('do_submit'), onAct: go(`/desk/my-applications/${id}/preview`) } : null;
  return status === 'returned' ? { label: t('do_correct'), onAct: go(`/desk/my-applications/${id}/form`) } : null;
}
