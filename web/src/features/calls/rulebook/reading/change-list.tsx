import { useQuery } from '@tanstack/react-query';
import type { Rulebook, RulebookChangeView } from '../../../../api/index.js';
import { Empty, useLanguage, useTexts } from '../../../../ui/index.js';
import { schemaQuery } from '../../officer-queries.js';
import { officerTexts } from '../../texts-officer.js';
import { useTold } from '../fields/words.js';
import { toldChanges, type ToldChange } from './change-words.js';

interface ChangeListProps {
  readonly changes: readonly RulebookChangeView[];
  readonly before: object;
  readonly after: object;
}

/** Differences in words, each with what was and what is. */
export function ChangeList({ changes, before, after }: ChangeListProps) {
  const texts = useTexts(officerTexts);
  const t = useTold();
  const language = useLanguage();
  const schema = useQuery(schemaQuery);
  if (!schema.data) return null;
  const told = toldChanges(changes, before, { root: schema.data, book: after as Rulebook, language, t });
  if (told.length === 0) return <Empty small why={texts('no_difference')} what={texts('no_difference_what')} />;
  return (
    <ol className="change-list">
      {told.map((change) => (
        <li key={`${change.path} ${change.kind}`}>
          <span className="where">{change.where.join(' › ')}</span>
          <ChangeWords change={change} />
        </li>
      ))}
    </ol>
  );
}

function ChangeWords({ change }: { readonly change: ToldChange }) {
  const texts = useTexts(officerTexts);
  if (change.kind === 'reordered') return <span>{texts('change_reordered')}</span>;
  if (change.kind === 'added') return <span>{change.after ? texts('change_added', { what: change.after }) : texts('change_added_plain')}</span>;
  if (change.kind === 'removed') return <span>{change.before ? texts('change_removed', { what: change.before }) : texts('change_removed_plain')}</span>;
  if (change.before === null || change.after === null) return <span>{texts('change_changed')}</span>;
  return (
    <span className="was-is">
      <del>{change.before}</del>
      <span aria-hidden="true">→</span>
      <ins>{change.after}</ins>
    </span>
  );
}
