import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { APPLICANT_KINDS, serverNow, useSession, wordFor, type OrganisationView, type StandingView } from '../../../api/index.js';
import { ErrorNote, formatInstant, inLanguage, PageShell, useLanguage, useSay, useTexts, type PageStatus } from '../../../ui/index.js';
import '../parts/staff.css';
import { AccountsTab } from '../parts/accounts-tab.js';
import { TrackTab } from '../parts/records-tabs.js';
import { PeopleTab } from '../parts/people-tab.js';
import { ProfileTab } from '../parts/profile-tab.js';
import { RecordTab } from '../parts/record-tab.js';
import { StandingTab } from '../parts/standing-tab.js';
import { accountsQuery, organisationQuery, recordQuery, standingQuery } from '../queries-staff.js';
import { memberTexts } from '../texts-members.js';
import { recordTexts } from '../texts-record.js';
import { staffTexts } from '../texts-staff.js';

/** One organisation as staff see it. */
export default function OrganisationPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useTexts(staffTexts);
  const organisation = useQuery(organisationQuery(id));
  const standing = useQuery(standingQuery(id));
  const broken = [organisation, standing].find((query) => query.isError);
  if (broken) return <div className="page"><ErrorNote error={broken.error} onRetry={() => void broken.refetch()} /></div>;
  if (!organisation.data || !standing.data) return <p className="opening quiet" role="status">{t('list')}…</p>;
  return <Organisation organisation={organisation.data} standing={standing.data} />;
}

function Organisation({ organisation, standing }: { readonly organisation: OrganisationView; readonly standing: StandingView }) {
  const t = useTexts(staffTexts);
  const say = useSay();
  const language = useLanguage();
  const status = useStatus(standing, organisation.mergedInto !== null);
  const waiting = useQuery(accountsQuery(organisation.id)).data?.filter((account) => account.status === 'proposed').length ?? 0;
  const tRecord = useTexts(recordTexts);
  const tMembers = useTexts(memberTexts);
  const open = useQuery(recordQuery(organisation.id)).data?.issues.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0;
  const readsApplications = useSession()?.account.roles.some(({ role }) => role !== 'administrator');
  const { id, name, kind, creditCode } = organisation;
  return (
    <PageShell
      title={name}
      reference={[inLanguage(wordFor(APPLICANT_KINDS, kind), language), creditCode].filter(Boolean).join(' · ')}
      back={{ to: '/desk/organisations', label: t('back') }}
      status={status}
      tabs={[
        { key: 'profile', label: t('profile'), content: <ProfileTab organisation={organisation} /> },
        { key: 'people', label: tMembers('tab'), content: <PeopleTab organisationId={id} /> },
        { key: 'standing', label: t('standing'), content: <StandingTab organisationId={id} standing={standing} /> },
        { key: 'record', label: tRecord('tab'), ...(open > 0 ? { count: open } : {}), content: <RecordTab organisationId={id} /> },
        { key: 'accounts', label: t('accounts'), ...(waiting > 0 ? { count: waiting } : {}), content: <AccountsTab organisationId={id} /> },
        ...(readsApplications ? [{ key: 'track', label: t('track'), content: <TrackTab organisation={organisation} /> }] : []),
      ]}
      timeline={standing.history.map(({ what, at, who, note }, index) => ({ id: String(index), what: say(what), at, who, ...(note ? { note } : {}) }))}
    />
  );
}

function useStatus({ stopReason, bans }: StandingView, merged: boolean): PageStatus {
  const t = useTexts(staffTexts);
  const today = formatInstant(new Date(serverNow()), 'day');
  const ban = bans.find(({ liftedAt, fromDay, untilDay }) => liftedAt === null && fromDay <= today && today <= untilDay);
  if (stopReason !== null) return { word: t('st_stopped'), tone: 'late', now: t('now_stopped', { reason: stopReason }) };
  if (ban) return { word: t('st_debarred'), tone: 'late', now: t('now_debarred', { until: ban.untilDay, basis: ban.basis }) };
  if (merged) return { word: t('st_merged'), tone: 'quiet', now: t('now_merged') };
  return { word: t('st_sound'), tone: 'done', now: t('now_sound') };
}
