import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { APPLICANT_KINDS, wordFor, type OrganisationView } from '../../../api/index.js';
import { ErrorNote, Icon, inLanguage, PageShell, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { BankAccounts } from '../parts/bank-accounts.js';
import { MemberList } from '../parts/member-list.js';
import '../parts/organisations.css';
import { ProfileEditor } from '../parts/profile-editor.js';
import { organisationQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

export default function MyOrganisationPage() {
  const t = useTexts(ownTexts);
  const language = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const organisation = useQuery(organisationQuery(id));
  if (organisation.error && !organisation.data) return <article className="page"><ErrorNote error={organisation.error} onRetry={() => void organisation.refetch()} /></article>;
  if (!organisation.data) return <p className="opening quiet" role="status">…</p>;
  const shown = organisation.data;
  return (
    <PageShell
      title={shown.name}
      reference={[inLanguage(wordFor(APPLICANT_KINDS, shown.kind), language), shown.creditCode].filter(Boolean).join(' · ')}
      back={{ to: '/desk/my-organisations', label: t('back') }}
      tabs={[
        { key: 'profile', label: t('tab_profile'), content: <ProfileEditor key={shown.id} organisation={shown} /> },
        { key: 'members', label: t('tab_members'), content: <MemberList organisation={shown} /> },
        { key: 'bank', label: t('tab_bank'), content: <BankAccounts organisation={shown} /> },
      ]}
    >
      <Standing organisation={shown} />
    </PageShell>
  );
}

/** What stands in the way, before everything else. */
function Standing({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const { stopReason, debarments, remarks, mergedInto } = organisation;
  return (
    <>
      {mergedInto ? (
        <p className="code-line tone-waiting">
          <Icon name="alert" />
          <span>
            {t('merged_do')} <Link to={`/desk/my-organisations/${mergedInto}`}>{t('merged_open')}</Link>
          </span>
        </p>
      ) : null}
      {stopReason ? <Line tone="late" text={t('stopped', { reason: stopReason })} /> : null}
      {debarments.map(({ fromDay, untilDay, basis }) => (
        <Line key={fromDay} tone="late" text={t('debarred', { from: fromDay, until: untilDay, basis })} />
      ))}
      {remarks.map((remark) => (
        <Line key={remark.code} tone="waiting" text={`${t('remarks')} · ${say(remark.sentence)}`} />
      ))}
    </>
  );
}

function Line({ tone, text }: { readonly tone: 'late' | 'waiting'; readonly text: string }) {
  return (
    <p className={`code-line tone-${tone}`}>
      <Icon name="alert" />
      {text}
    </p>
  );
}
