import { useQuery } from '@tanstack/react-query';
import type { DocumentView, Rulebook } from '../../../api/index.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { ChangedAnswer } from '../parts/changed-answer.js';
import { revisionQuery } from '../queries-together.js';
import { togetherTexts } from '../texts-together.js';
import { changesIn } from './changes-in.js';

interface VersionDiffProps {
  readonly id: string;
  readonly book: Rulebook;
  readonly files: readonly DocumentView[];
  readonly older: number;
  readonly newer: number;
}

/** Only the questions that were answered differently. */
export function VersionDiff({ id, book, files, older, newer }: VersionDiffProps) {
  const t = useTexts(togetherTexts);
  const [before, after] = [useQuery(revisionQuery(id, older)), useQuery(revisionQuery(id, newer))];
  const error = before.error ?? after.error;
  if (error && !(before.data && after.data)) return <ErrorNote error={error} onRetry={() => void Promise.all([before.refetch(), after.refetch()])} />;
  if (!before.data || !after.data) return <p className="quiet" role="status">…</p>;
  const changed = changesIn(book, before.data.answers, after.data.answers);
  if (changed.length === 0) return <p role="status">{t('no_difference')}</p>;
  return (
    <>
      <p role="status">{t('differences', { count: changed.length })}</p>
      {changed.map((one) => (
        <ChangedAnswer key={one.question.key} {...one} names={[t('older'), t('newer')]} book={book} files={files} />
      ))}
    </>
  );
}
