import type { JudgedApplicationView, JudgingView } from '../../../api/index.js';
import { Icon, Money, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { AnswerView } from './answer-view.js';
import { Translated, TranslationBar, useTranslation } from './translation.js';
import { writtenOtherwise } from './written-otherwise.js';

/** What is judged, section by section; on a phone the sections fold so that the sheet stays near. */
export function JudgedApplication({ view, folded }: { readonly view: Pick<JudgingView, 'application' | 'seatId' | 'applicationId'>; readonly folded: boolean }) {
  const say = useSay();
  const t = useTexts(texts);
  const { application } = view;
  const language = useLanguage();
  const translation = useTranslation(view);
  if (!application) return null;
  return (
    <section className="judged" aria-label={t('application')}>
      <Facts application={application} />
      <Translated made={translation.made} question="project-title" />
      {translation.made || writtenOtherwise(application, language) ? <TranslationBar {...translation} /> : null}
      {application.hidden > 0 ? (
        <p className="blind-note">
          <Icon name="eye_off" />
          {t('hidden_answers', { count: application.hidden })}
        </p>
      ) : null}
      {application.sections.map((section) => (
        <details key={section.key} open={!folded}>
          <summary>{say(section.title)}</summary>
          <dl>
            {section.answers.map((answer) => (
              <AnswerView key={answer.question.key} answer={answer} view={view} beneath={<Translated made={translation.made} question={answer.question.key} />} />
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

function Facts({ application }: { readonly application: JudgedApplicationView }) {
  const say = useSay();
  const t = useTexts(texts);
  return (
    <dl className="judged-facts">
      {application.organisationName ? <Fact name={t('applicant')}>{application.organisationName}</Fact> : null}
      <Fact name={t('category')}>{say(application.category)}</Fact>
      <Fact name={t('requested')}>
        <Money fen={application.requestedFen} />
      </Fact>
      <Fact name={t('total_budget')}>
        <Money fen={application.totalFen} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
