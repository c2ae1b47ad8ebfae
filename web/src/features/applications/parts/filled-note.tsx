import { Link } from '@tanstack/react-router';
import type { FilledInView } from '../../../api/index.js';
import { Icon, useJoin, useSay, useTexts } from '../../../ui/index.js';
import { partnerTexts } from '../texts-partners.js';

interface FilledNoteProps {
  readonly id: string;
  readonly filled: readonly FilledInView[];
}

/** What a change of the parties has written into the form, with the way there. */
export function FilledNote({ id, filled }: FilledNoteProps) {
  const t = useTexts(partnerTexts);
  const say = useSay();
  const join = useJoin();
  const [first] = filled;
  if (!first) return null;
  const sources = [...new Set(filled.map(({ from }) => from))];
  const [section = '', question = ''] = first.path.split('.');
  return (
    <div className="filled-note tone-waiting" role="status">
      <Icon name="form" />
      <div>
        {sources.map((from) => {
          const questions = join(filled.filter((one) => one.from === from).map(({ title }) => say(title)));
          return <p key={from ?? ''}>{from === null ? t('filled_emptied', { questions }) : t('filled_from', { from, questions })}</p>;
        })}
        <Link to={`/desk/my-applications/${id}/form`} search={{ section } as never} hash={`q-${question}`}>
          {t('filled_check')}
        </Link>
      </div>
    </div>
  );
}
