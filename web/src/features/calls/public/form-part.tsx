import { Link } from '@tanstack/react-router';
import type { PublicCallView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { askedFor, conditionWords } from '../plain/questions.js';
import { publicTexts } from '../texts-public.js';
import { BasisMark } from './basis-mark.js';
import { Part } from './part.js';

/** What is asked, and which papers to look for. */
export function FormPart({ call }: { readonly call: PublicCallView }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const book = call.rulebook;
  const questions = book.form.sections.flatMap((section) => section.questions);
  const files = questions.filter(({ kind }) => kind === 'file');
  return (
    <Part id="form" title={t('questions')}>
      <p>
        {t('questions_count', { sections: book.form.sections.length, count: questions.length })}{' '}
        <Link to={`/calls/${call.id}/questions`}>{t('read_questions')}</Link>
      </p>
      <h3>{t('documents')}</h3>
      <ul className="told">
        {files.map((file) => (
          <li key={file.key}>
            {say(file.title)}
            {file.required ? null : <span className="may">{t('optional')}</span>}
            <span className="quiet"> · {say(askedFor(file))}</span>
            {file.visibleWhen ? <span className="quiet"> · {say(conditionWords(file.visibleWhen, book))}</span> : null}
          </li>
        ))}
      </ul>
      <BasisMark book={book} pointer="/form" />
    </Part>
  );
}
