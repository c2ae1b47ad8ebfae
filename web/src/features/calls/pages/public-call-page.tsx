import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Problem, type PublicCallView } from '../../../api/index.js';
import { ErrorNote, PageShell, useLapse, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import { AddendaPart } from '../public/addenda-part.js';
import { AfterPart } from '../public/after-part.js';
import { BudgetPart } from '../public/budget-part.js';
import { AbsentCall, AdmitOwn, ByInvitation } from '../public/by-invitation.js';
import { CallHead } from '../public/call-head.js';
import { DatesPart } from '../public/dates-part.js';
import { EligibilityPart } from '../public/eligibility-part.js';
import { FormPart } from '../public/form-part.js';
import { MoneyPart } from '../public/money-part.js';
import { QuestionsPart } from '../public/questions-part.js';
import '../public/public-calls.css';
import { ScoringPart } from '../public/scoring-part.js';
import { publicCallQuery } from '../queries.js';
import { askTexts } from '../texts-ask.js';
import { publicTexts } from '../texts-public.js';

/** Everything about a call that an applicant asks before she registers. */
export default function PublicCallPage() {
  const t = useTexts(publicTexts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [url] = useUrlState();
  const call = useQuery(publicCallQuery(id, url.code));
  // The round itself is closed within the minute.
  const closesAt = Date.parse(call.data?.closesAt ?? '');
  useLapse(closesAt, () => void call.refetch());
  useLapse(closesAt + 60_000, () => void call.refetch());
  if (call.error instanceof Problem && call.error.code === 'call_by_invitation') return <ByInvitation key={url.code} error={call.error} />;
  if (call.error instanceof Problem && call.error.status === 404) return <AbsentCall key={url.code} />;
  if (call.error && !call.data) return <ErrorNote error={call.error} onRetry={() => void call.refetch()} />;
  if (!call.data) return <p className="opening quiet" role="status">{t('title')}…</p>;
  return <CallPage call={call.data} code={url.code} />;
}

function CallPage({ call, code }: { readonly call: PublicCallView; readonly code: string | undefined }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const book = call.rulebook;
  return (
    <PageShell title={say(call.title)} reference={call.number} back={{ to: '/calls', label: t('back') }}>
      {book.purpose ? <p className="prose">{say(book.purpose)}</p> : null}
      <CallHead call={call} />
      {call.byInvitation && code ? <AdmitOwn call={call} code={code} /> : null}
      <div className="call-layout">
        <Contents />
        <div>
          <DatesPart call={call} />
          <EligibilityPart book={book} />
          <MoneyPart call={call} book={book} />
          <FormPart call={call} />
          <BudgetPart book={book} />
          <ScoringPart book={book} />
          <AfterPart book={book} />
          <QuestionsPart call={call} code={code} />
          <AddendaPart call={call} />
          <p className="fingerprint">{t('fingerprint', { version: call.rulebookVersion, hash: call.rulebookHash })}</p>
        </div>
      </div>
    </PageShell>
  );
}

function Contents() {
  const t = useTexts(publicTexts);
  const q = useTexts(askTexts);
  const parts = [['dates', t('stages')], ['who', t('who')], ['money', t('money')], ['form', t('questions')], ['budget', t('budget')], ['scoring', t('scoring')], ['after', t('after')], ['answers', q('title')], ['addenda', t('addenda')]] as const;
  return (
    <nav className="call-contents no-print" aria-label={t('contents')}>
      <ol>
        {parts.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
      <button type="button" className="button" style={{ marginTop: 12 }} onClick={() => print()}>
        {t('print')}
      </button>
    </nav>
  );
}
