import type { Rulebook } from '../../../api/index.js';
import { Icon, useSay, useTexts } from '../../../ui/index.js';
import { basisOf } from '../plain/basis.js';
import { publicTexts } from '../texts-public.js';

interface BasisMarkProps {
  readonly book: Pick<Rulebook, 'basis' | 'sources'>;
  /** Where the value stands in the rulebook. */
  readonly pointer: string;
}

/** What a rule rests on: a published text, or our own assumption with its reason. Nothing where the rulebook says nothing. */
export function BasisMark({ book, pointer }: BasisMarkProps) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const basis = basisOf(book, pointer);
  if (!basis) return null;
  if (basis.kind === 'source') return <SourceMark book={book} source={basis.ref} />;
  return (
    <span className="basis tone-waiting">
      <Icon name="flag" />
      {t('assumption')} · {say(basis.why)}
    </span>
  );
}

export function SourceMark({ book, source }: { readonly book: Pick<Rulebook, 'sources'>; readonly source: string }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const found = book.sources.find(({ key }) => key === source);
  if (!found) return null;
  return (
    <span className="basis tone-quiet">
      <Icon name="book" />
      {t('from_source')} · {found.url ? <a href={found.url}>{say(found.title)}</a> : say(found.title)}
    </span>
  );
}
