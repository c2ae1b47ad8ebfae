import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Problem, type PublicCallView, type Rulebook, type RulebookQuestion, type SentenceView } from '../../../api/index.js';
import { ErrorNote, PageShell, useLanguage, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import { boardsWords } from '../plain/boards.js';
import { askedFor, conditionWords } from '../plain/questions.js';
import { ByInvitation } from '../public/by-invitation.js';
import '../public/public-calls.css';
import { publicCallQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

/** All questions of the form on one page that can be printed. */
export default function PublicQuestionsPage() {
  const t = useTexts(publicTexts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [url] = useUrlState();
  const call = useQuery(publicCallQuery(id, url.code));
  if (call.error instanceof Problem && call.error.code === 'call_by_invitation') return <ByInvitation key={url.code} error={call.error} />;
  if (call.error && !call.data) return <ErrorNote error={call.error} onRetry={() => void call.refetch()} />;
  if (!call.data) return <p className="opening quiet" role="status">{t('title')}…</p>;
  return <Questions call={call.data} code={url.code} />;
}

function Questions({ call, code }: { readonly call: PublicCallView; readonly code: string | undefined }) {
  const language = useLanguage();
  const t = useTexts(publicTexts);
  const say = useSay();
  const book = call.rulebook;
  return (
    <PageShell title={`${say(call.title)} · ${t('questions')}`} reference={call.number} back={{ to: `/calls/${call.id}`, label: t('to_call') }} action={{ label: t('print'), kind: 'secondary', icon: 'print', onAct: () => print() }}>
      <p className="prose">{t('questions_lead')}</p>
      <p className="no-print call-download">
        <a className="button" href={`/api/public/calls/${call.id}/questions.pdf?lang=${language}${code ? `&code=${encodeURIComponent(code)}` : ''}`} download>
          {t('download_questions')}
        </a>
        {/* The form to fill in is for everybody only where the call is. */}
        {code ? null : (
          <a className="button" href={`/api/public/calls/${call.id}/offline-form?language=${language}`} download>
            {t('download_form')}
          </a>
        )}
      </p>
      {book.form.sections.map((section, index) => (
        <section key={section.key} className="call-part">
          <h2>
            {index + 1} {say(section.title)}
          </h2>
          {section.boards ? <p className="quiet">{say(boardsWords(section, book)!)}</p> : null}
          {section.visibleWhen ? <p className="quiet">{say(conditionWords(section.visibleWhen, book))}</p> : null}
          {section.guidance ? <p className="quiet">{say(section.guidance)}</p> : null}
          <ol className="question-list">
            {section.questions.map((question, at) => (
              <QuestionEntry key={question.key} question={question} number={`${index + 1}.${at + 1}`} book={book} />
            ))}
          </ol>
        </section>
      ))}
      <section className="call-part">
        <h2>{t('declaration')}</h2>
        <p className="prose">{say(book.form.declaration)}</p>
      </section>
    </PageShell>
  );
}

function QuestionEntry({ question, number, book }: { readonly question: RulebookQuestion; readonly number: string; readonly book: Rulebook }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const more = useMore(question, book);
  return (
    <li>
      <p className="ask">
        <span className="no">{number}</span>
        {say(question.title)}
        {question.required ? <span className="must">{t('required')}</span> : <span className="may">{t('optional')}</span>}
      </p>
      {question.help ? <p className="how">{say(question.help)}</p> : null}
      <p className="how">
        {say(askedFor(question))}
        {more ? ` · ${more}` : ''}
        {question.identifying ? ` · ${t('hidden_from_judges')}` : ''}
      </p>
      {question.visibleWhen ? <p className="only">{say(conditionWords(question.visibleWhen, book))}</p> : null}
    </li>
  );
}

/** The options of a choice, the columns of a table. */
function useMore(question: RulebookQuestion, { categories }: Rulebook): string | null {
  const t = useTexts(publicTexts);
  const say = useSay();
  const comma = useLanguage() === 'zh' ? '、' : ', ';
  const names = (titles: readonly SentenceView[]) => titles.map(say).join(comma);
  if (question.kind === 'choice') {
    const offered = question.options === 'categories' ? categories.filter(({ open }) => open) : question.options;
    return t('options', { names: names(offered.map(({ title }) => title)) });
  }
  if (question.kind === 'table') return t('columns', { names: names(question.columns.map(({ title }) => title)) });
  return question.kind === 'team' ? t('columns', { names: t('team_columns') }) : null;
}
