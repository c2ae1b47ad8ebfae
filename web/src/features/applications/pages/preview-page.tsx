import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, queryClient, useCommand, useSession, type ApplicationDetail } from '../../../api/index.js';
import { ActionButton, Countdown, ErrorNote, Icon, PageShell, useJoin, useSay, useTexts } from '../../../ui/index.js';
import '../form/application-form.css';
import { Closed, useClosing } from '../form/closed-note.js';
import { withoutHidden } from '../form/form-values.js';
import { findCopy } from '../form/local-copy.js';
import { sameAnswers } from '../form/merge.js';
import { useOpened, type Opened } from '../form/use-opened.js';
import { AnswersShown } from '../parts/answers-shown.js';
import { MendList } from '../parts/mend-list.js';
import '../parts/own.css';
import { mayMove } from '../parts/own-status.js';
import { myApplicationsQuery, previewQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

/** What will be submitted, as it will be read; then the declaration; then it is submitted. */
export default function PreviewPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { opened, error, again } = useOpened(id);
  if (error) return <article className="page"><ErrorNote error={error} onRetry={again} /></article>;
  return opened ? <Preview opened={opened} onLapse={again} /> : <p className="opening quiet" role="status">…</p>;
}

function Preview({ opened: { application, call }, onLapse }: { readonly opened: Opened; readonly onLapse: () => void }) {
  const t = useTexts(ownTexts);
  useClosing({ application, call }, onLapse);
  const session = useSession();
  const { id, answers, faults, returned } = application;
  const book = call.rulebook;
  const copy = session ? findCopy(id, session.account.id) : null;
  const unsaved = copy !== null && !sameAnswers(copy.answers, answers);
  const open = returned?.sections ?? book.form.sections.map(({ key }) => key);
  const edit = (section: string) =>
    open.includes(section) ? (
      <Link to={`/desk/my-applications/${id}/form`} search={{ section } as never} className="no-print">
        {t('edit_section')}
      </Link>
    ) : null;
  return (
    <PageShell title={`${t('preview_title')} · ${application.projectName || t('unnamed')}`} reference={[application.number ?? call.number, application.organisationName].join(' · ')} back={{ to: `/desk/my-applications/${id}/form`, label: t('back_form') }}>
      <p className="quiet">
        {t('preview_lead')} <Countdown until={returned?.dueAt ?? application.call.closesAt} />
      </p>
      {unsaved ? (
        <p className="code-line tone-late" role="alert">
          <Icon name="alert" /> {t('preview_unsaved')}
        </p>
      ) : null}
      <Closed application={application} until={application.call.closesAt} />
      <ToMend application={application} call={call} />
      <AnswersShown book={book} answers={withoutHidden(book, answers)} files={application.files} faults={faults} beside={edit} />
      <Declaration opened={{ application, call }} unsaved={unsaved} />
    </PageShell>
  );
}

const errorsOf = ({ faults }: ApplicationDetail) => faults.filter(({ severity }) => severity === 'error');

/** First of all what still has to be done: nobody reads to the end of a long form to learn it. */
function ToMend({ application, call }: Opened) {
  const t = useTexts(ownTexts);
  const errors = errorsOf(application);
  const count = errors.length + application.bars.length;
  if (count === 0) return null;
  return (
    <section className="state-part no-print" id="to-mend">
      <h2>{t('not_yet', { count })}</h2>
      <Bars bars={application.bars} />
      <MendList id={application.id} form={call.rulebook.form} faults={errors} />
    </section>
  );
}

function Declaration({ opened: { application, call }, unsaved }: { readonly opened: Opened; readonly unsaved: boolean }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const [declared, setDeclared] = useState(false);
  const seen = useQuery(previewQuery(application));
  const submitting = useSubmission({ application, call }, seen.data?.hash ?? '');
  const move = mayMove(application, application.status === 'returned' ? 'resubmit' : 'submit');
  const refusal = useRefusal(application, { declared, unsaved });
  if (!move) return null;
  return (
    <section className="declare no-print">
      <h2>{t('declaration')}</h2>
      <p className="prose">{say(call.rulebook.form.declaration)}</p>
      <label className="tick-line">
        <input type="checkbox" checked={declared} onChange={(event) => setDeclared(event.target.checked)} />
        {t('declare')}
      </label>
      <Seals form={call.rulebook.form} />
      {errorsOf(application).length + application.bars.length > 0 ? (
        <p>
          {t('not_yet_above')} <a href="#to-mend">{t('to_top')}</a>
        </p>
      ) : null}
      {seen.error ? <ErrorNote error={seen.error} onRetry={() => void seen.refetch()} /> : null}
      {submitting.error ? <ErrorNote error={submitting.error} /> : null}
      <ActionButton busy={submitting.isPending || seen.isPending} refusal={refusal} onAct={() => submitting.mutate()}>
        {application.status === 'returned' ? t('resubmit') : t('submit')}
      </ActionButton>
      <p className="quiet">{t('submit_note')}</p>
    </section>
  );
}

/** Why it cannot be submitted at this moment: what the server says, then what this page still waits for. */
function useRefusal(application: ApplicationDetail, { declared, unsaved }: { readonly declared: boolean; readonly unsaved: boolean }): string | null {
  const t = useTexts(ownTexts);
  const say = useSay();
  const move = mayMove(application, application.status === 'returned' ? 'resubmit' : 'submit');
  if (move?.allowed === false && move.reason) return say(move.reason);
  if (unsaved) return t('preview_unsaved_first');
  return declared ? null : t('declare_first');
}

/** What stands against the applicant and no answer mends, such as a partner that has not agreed. */
function Bars({ bars }: Pick<ApplicationDetail, 'bars'>) {
  const say = useSay();
  if (bars.length === 0) return null;
  return (
    <ul className="mend-list">
      {bars.map((bar) => (
        <li key={`${bar.code} ${bar.sentence.zh}`}>{say(bar.sentence)}</li>
      ))}
    </ul>
  );
}

/** Answers to questions that do not show are left out first, so that the receipt vouches for what was seen. */
function useSubmission({ application, call }: Opened, previewed: string) {
  const navigate = useNavigate();
  const shown = withoutHidden(call.rulebook, application.answers);
  // Left out once: pressed again after a lost answer, the version that was seen here is no longer the newest.
  const leftOut = useRef(application.returned !== null || sameAnswers(shown, application.answers));
  return useCommand({
    run: async (_: void, key) => {
      if (!leftOut.current) await leaveOutHidden(application, shown);
      leftOut.current = true;
      return api.applicantSubmit({ path: { id: application.id }, body: { declared: true, previewed }, headers: { 'Idempotency-Key': key } });
    },
    refresh: [myApplicationsQuery.queryKey],
    onDone: ({ ordinal }) => {
      queryClient.removeQueries({ queryKey: ['applications', 'own', application.id] });
      void navigate({ to: `/desk/my-applications/${application.id}/receipts/${ordinal}` });
    },
  });
}

async function leaveOutHidden({ id, version }: ApplicationDetail, shown: ReturnType<typeof withoutHidden>): Promise<void> {
  await api.applicantSave({ path: { id }, body: { answers: shown as Record<string, Record<string, unknown>>, version } });
}

function Seals({ form }: { readonly form: Opened['call']['rulebook']['form'] }) {
  const t = useTexts(ownTexts);
  const join = useJoin();
  const { legalRepresentative, organisation, site, supervisingUnit } = form.seal;
  const names = [legalRepresentative && t('seal_legal'), organisation && t('seal_organisation'), site && t('seal_site'), supervisingUnit && t('seal_unit')].filter((name) => name !== false);
  return names.length > 0 ? <p className="quiet">{t('seals_what', { names: join(names) })}</p> : null;
}
