import { Link } from '@tanstack/react-router';
import type { RulebookProblemView } from '../../../../api/index.js';
import { Icon, inLanguage, useLanguage } from '../../../../ui/index.js';
import { useProblemWords } from '../fields/words.js';
import { partOf } from '../parts.js';

/** Problems by their part, the ones that stand against publishing first; each leads to its field. */
export function ProblemList({ problems, to }: { readonly problems: readonly RulebookProblemView[]; readonly to: string }) {
  const words = useProblemWords();
  const language = useLanguage();
  const ordered = [...problems].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  if (ordered.length === 0) return null;
  return (
    <ol className="problem-list">
      {ordered.map((problem) => {
        const part = partOf(problem.path);
        return (
          <li key={`${problem.path} ${problem.code} ${problem.sentence.zh}`} className={problem.severity === 'error' ? 'tone-late' : 'tone-waiting'}>
            <Icon name="alert" />
            <Link to={to as string} search={{ part: part.key, at: problem.path } as never}>
              <span className="part">{inLanguage(part.title, language)}</span>
              {words(problem)}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
