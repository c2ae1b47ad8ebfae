import { Link } from '@tanstack/react-router';
import type { RulebookProblemView } from '../../../../api/index.js';
import { Icon, inLanguage, useLanguage, useTexts } from '../../../../ui/index.js';
import { useProblemWords } from '../fields/words.js';
import { editorTexts } from '../../texts-editor.js';
import { nameAt } from '../labels/index.js';
import { partOf } from '../parts.js';
import { patternOf, undotted } from '../paths.js';

interface ProblemListProps {
  readonly problems: readonly RulebookProblemView[];
  readonly to: string;
  /** A long list is folded under its count. */
  readonly folded?: boolean;
}

const MOST_AT_ONCE = 8;

/** The nearest field that has a name, so that two problems of one part are told apart. */
function fieldName(path: string, language: 'zh' | 'en'): string {
  for (let steps = undotted(path); steps.length > 0; steps = steps.slice(0, -1)) {
    const name = nameAt(patternOf(steps), language);
    if (name) return language === 'zh' ? `${name}：` : `${name}: `;
  }
  return '';
}

/** Problems by their part, the ones that stand against publishing first; each leads to its field. */
export function ProblemList({ problems, to, folded = false }: ProblemListProps) {
  const t = useTexts(editorTexts);
  const words = useProblemWords();
  const language = useLanguage();
  const ordered = [...problems].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  if (ordered.length === 0) return null;
  if (ordered.length > MOST_AT_ONCE && folded) {
    return (
      <details className="problem-fold">
        <summary>{t('problems_all', { count: ordered.length })}</summary>
        <ProblemList problems={problems} to={to} />
      </details>
    );
  }
  return (
    <ol className="problem-list">
      {ordered.map((problem) => {
        const part = partOf(problem.path);
        return (
          <li key={`${problem.path} ${problem.code} ${problem.sentence.zh}`} className={problem.severity === 'error' ? 'tone-late' : 'tone-waiting'}>
            <Icon name="alert" />
            <Link to={to as string} search={{ part: part.key, at: problem.path } as never}>
              <span className="part">{inLanguage(part.title, language)}</span>
              {fieldName(problem.path, language)}
              {words(problem)}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
