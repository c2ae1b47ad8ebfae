import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PublicCallView } from '../../../api/index.js';
import { ErrorNote, PageShell, useSay, useTexts } from '../../../ui/index.js';
import { AddendaPart } from '../public/addenda-part.js';
import { AfterPart } from '../public/after-part.js';
import { BudgetPart } from '../public/budget-part.js';
import { CallHead } from '../public/call-head.js';
import { DatesPart } from '../public/dates-part.js';
import { EligibilityPart } from '../public/eligibility-part.js';
import { FormPart } from '../public/form-part.js';
import { MoneyPart } from '../public/money-part.js';
import '../public/public-calls.css';
import { ScoringPart } from '../public/scoring-part.js';
import { publicCallQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

/** Everything about a call that an applicant asks before she registers. */
export default function PublicCallPage() {
  const t = useTexts(publicTexts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const call = useQuery(publicCallQuery(id));
  if (call.error) return <ErrorNote error={call.error} onRetry={() => void call.refetch()} />;
  if (!call.data) return <p className="opening quiet" role="status">{t('title')}…</p>;
  return <CallPage call={call.data} />;
}

function CallPage({ call }: { readonly call: PublicCallView }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const book = call.rulebook;
  return (
    <PageShell title={say(call.title)} reference={call.number} back={{ to: '/calls', label: t('back') }}>
      {book.purpose ? <p className="prose">{say(book.purpose)}</p> : null}
      <CallHead call={call} />
      <div className="call-layout">
        <Contents />
        <div>
          <DatesPart call={call} />
          <EligibilityPart book={book} />
          <MoneyPart book={book} />
          <FormPart call={call} />
          <BudgetPart book={book} />
          <ScoringPart book={book} />
          <AfterPart book={book} />
          <AddendaPart call={call} />
          <p className="fingerprint">{t('fingerprint', { version: call.rulebookVersion, hash: call.rulebookHash })}</p>
        </div>
      </div>
    </PageShell>
  );
}

function Contents() {
  const t = useTexts(publicTexts);
  const parts = [['dates', t('stages')], ['who', t('who')], ['money', t('money')], ['form', t('questions')], ['budget', t('budget')], ['scoring', t('scoring')], ['after', t('after')], ['addenda', t('addenda')]] as const;
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
