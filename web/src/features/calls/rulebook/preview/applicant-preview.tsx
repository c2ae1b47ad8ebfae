import type { Rulebook, RulebookQuestion } from '../../../../api/index.js';
import { useLanguage, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook } from '../editor-context.js';
import { boardsWords } from '../../plain/boards.js';
import { conditionWords } from '../fields/condition-words.js';
import { say } from '../fields/words.js';
import { QuestionPreview } from './question-preview.js';

/** The form as an applicant will meet it: every section and question in its order and words. */
export function ApplicantPreview() {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const book = useBook();
  return (
    <div className="form-preview">
      <p className="quiet">{t('preview_lead')}</p>
      {(book.form?.sections ?? []).map((section, index) => (
        <section key={section.key}>
          <h2>
            <span className="figures">{index + 1}</span> {say(section.title, language)}
          </h2>
          {section.guidance ? <p className="quiet">{say(section.guidance, language)}</p> : null}
          {section.boards ? <p className="quiet">{say(boardsWords(section, book)!, language)}</p> : null}
          {section.visibleWhen ? <p className="quiet">{t('preview_shown_when', { condition: conditionWords(section.visibleWhen, book, language) })}</p> : null}
          {section.questions.map((question) => (
            <FramedQuestion key={question.key} question={question} book={book} />
          ))}
        </section>
      ))}
      {book.form ? (
        <section>
          <h2>{t('preview_declaration')}</h2>
          <label className="tick">
            <input type="checkbox" disabled />
            {say(book.form.declaration, language)}
          </label>
        </section>
      ) : null}
    </div>
  );
}

/** One question as an applicant meets it. */
export function FramedQuestion({ question, book }: { readonly question: RulebookQuestion; readonly book: Rulebook }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  return (
    <div className="field">
      <span className="field-label">
        {say(question.title, language)} <span className="quiet">{question.required ? t('preview_required') : t('preview_optional')}</span>
      </span>
      {question.help ? <span className="hint">{say(question.help, language)}</span> : null}
      {question.visibleWhen ? <span className="hint">{t('preview_shown_when', { condition: conditionWords(question.visibleWhen, book, language) })}</span> : null}
      <QuestionPreview question={question} book={book} />
    </div>
  );
}
