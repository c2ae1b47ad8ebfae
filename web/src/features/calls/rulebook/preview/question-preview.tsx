import type { Rulebook, RulebookQuestion } from '../../../../api/index.js';
import { useJoin, useLanguage, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { optionsOfQuestion } from '../fields/condition-words.js';
import { say } from '../fields/words.js';
import { sayWord } from '../labels/index.js';

type Of<Kind extends RulebookQuestion['kind']> = Extract<RulebookQuestion, { kind: Kind }>;

/** What an applicant would fill in, locked. */
export function QuestionPreview({ question, book }: { readonly question: RulebookQuestion; readonly book: Rulebook }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  switch (question.kind) {
    case 'short_text':
    case 'long_text':
      return <TextPreview question={question} />;
    case 'choice':
      return <ChoicePreview question={question} book={book} />;
    case 'file':
      return <FilePreview question={question} />;
    case 'table':
      return <TablePreview question={question} />;
    case 'budget':
      return <BudgetPreview book={book} />;
    case 'team':
      return <span className="hint">{t('preview_rows', { min: question.minRows, max: question.maxRows })}</span>;
    default:
      return <input className="input short" aria-label={say(question.title, language)} disabled />;
  }
}

function TextPreview({ question }: { readonly question: Of<'short_text'> | Of<'long_text'> }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { min, max } = question.limit;
  const Input = question.kind === 'long_text' ? 'textarea' : 'input';
  return (
    <>
      <Input className="input" aria-label={say(question.title, language)} disabled />
      <span className="hint">{min ? t('preview_limit_from', { min, max }) : t('preview_limit', { max })}</span>
    </>
  );
}

function ChoicePreview({ question, book }: { readonly question: Of<'choice'>; readonly book: Rulebook }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const one = question.most === 1;
  return (
    <span className="ticks">
      {optionsOfQuestion(question, book).map(({ key, title }) => (
        <label key={key} className="tick">
          <input type={one ? 'radio' : 'checkbox'} disabled />
          {say(title, language)}
        </label>
      ))}
      <span className="hint">{one ? t('preview_choose_one') : t('preview_choose', { least: question.least, most: question.most })}</span>
    </span>
  );
}

function FilePreview({ question }: { readonly question: Of<'file'> }) {
  const t = useTexts(editorTexts);
  const join = useJoin();
  const language = useLanguage();
  const types = join(question.accept.map((type) => sayWord('form.sections.*.questions.*.accept', type, language)));
  return <span className="hint">{t('preview_files', { types, count: question.maxFiles, size: question.maxBytes / 1_000_000 })}</span>;
}

function TablePreview({ question }: { readonly question: Of<'table'> }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  return (
    <>
      <Sheet heads={question.columns.map(({ title }) => say(title, language))} />
      <span className="hint">{t('preview_rows', { min: question.minRows, max: question.maxRows })}</span>
    </>
  );
}

function BudgetPreview({ book }: { readonly book: Rulebook }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const costs = (book.budget?.costs ?? []).map(({ title }) => say(title, language));
  return (
    <>
      <span className="hint">{t('preview_budget')}</span>
      <Sheet heads={['', ...(book.budget?.sources ?? []).map(({ title }) => say(title, language))]} rows={costs} />
    </>
  );
}

function Sheet({ heads, rows = [''] }: { readonly heads: readonly string[]; readonly rows?: readonly string[] }) {
  return (
    <div className="sheet">
      <table>
        <thead>
          <tr>
            {heads.map((head, index) => (head ? <th key={head}>{head}</th> : <td key={index} />))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {heads.map((head, index) => (
                <td key={head || index} className="result">
                  {index === 0 ? row : ' '}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
