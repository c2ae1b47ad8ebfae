import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { SubmissionView } from '../../../api/index.js';
import { ErrorNote, Icon, Instant, PageShell, useJoin, useSay, useTexts } from '../../../ui/index.js';
import '../form/application-form.css';
import { AnswersShown } from '../parts/answers-shown.js';
import { CopyLinks } from '../parts/copy-links.js';
import '../parts/own.css';
import { submissionQuery } from '../queries-own.js';
import { Survey } from '../parts/survey.js';
import { ownTexts } from '../texts-own.js';

/** The receipt on a page of its own: number, server time, fingerprint, and every answer as it was submitted. */
export default function ReceiptPage() {
  const { id = '', ordinal = '1' } = useParams({ strict: false }) as { id?: string; ordinal?: string };
  const submission = useQuery(submissionQuery(id, Number(ordinal)));
  if (submission.error && !submission.data) return <article className="page"><ErrorNote error={submission.error} onRetry={() => void submission.refetch()} /></article>;
  return submission.data ? <Receipt id={id} submission={submission.data} /> : <p className="opening quiet" role="status">…</p>;
}

function Receipt({ id, submission }: { readonly id: string; readonly submission: SubmissionView }) {
  const t = useTexts(ownTexts);
  const { number, projectName, answers, files, rulebook } = submission;
  return (
    <PageShell title={t('receipt_title')} reference={[number, projectName].join(' · ')} back={{ to: `/desk/my-applications/${id}`, label: t('to_application') }} action={{ label: t('print'), kind: 'secondary', icon: 'print', onAct: () => print() }}>
      <ReceiptFacts submission={submission} />
      <CopyLinks id={id} ordinal={submission.ordinal} />
      <Survey id={id} form={rulebook.form} />
      <h2 style={{ marginTop: 32 }}>{t('receipt_content')}</h2>
      <AnswersShown book={rulebook} answers={answers} files={files} />
    </PageShell>
  );
}

function ReceiptFacts({ submission }: { readonly submission: SubmissionView }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const join = useJoin();
  const { number, ordinal, hash, submittedAt, closesAt, graceSeconds, rulebookVersion, projectName, callTitle, callNumber, parties } = submission;
  // Only a correction is taken after the closing.
  const corrected = Date.parse(submittedAt) > Date.parse(closesAt) + graceSeconds * 1000;
  return (
    <section className="receipt-sheet">
      <p className="done-line" role="status">
        <Icon name="check" />
        {t('receipt_lead')}
      </p>
      <p className="big">{number}</p>
      <dl>
        <dt>{t('receipt_time')}</dt>
        <dd>
          <Instant at={submittedAt} precision="second" /> · {t('receipt_of', { ordinal })}
        </dd>
        <dt>{t('receipt_deadline')}</dt>
        <dd>
          <Instant at={closesAt} />{graceSeconds > 0 && !corrected ? ` · ${t('receipt_grace', { seconds: graceSeconds })}` : ''}
          {corrected ? <><br />{t('receipt_corrected')}</> : null}
          <br />
          <span className="quiet">
            {corrected ? null : t('receipt_until')}
            {t('receipt_rule')}
          </span>
        </dd>
        <dt>{t('receipt_project')}</dt>
        <dd>{projectName}</dd>
        <dt>{t('parties')}</dt>
        <dd>{join(parties.map(({ name }) => name))}</dd>
        <dt>{t('receipt_call')}</dt>
        <dd>
          {say(callTitle)} <span className="quiet figures">{callNumber}</span>
        </dd>
        <dt>{t('receipt_rules')}</dt>
        <dd>{t('receipt_rules_version', { version: rulebookVersion })}</dd>
        <dt>{t('receipt_hash')}</dt>
        <dd>
          <code>{hash}</code>
          <br />
          <span className="quiet">{t('receipt_verify')}</span>{' '}
          <Link to="/verify" search={{ hash } as never}>
            {t('verify')}
          </Link>
        </dd>
      </dl>
    </section>
  );
}
