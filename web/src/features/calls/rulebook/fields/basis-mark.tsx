import { Popover } from 'antd';
import type { Rulebook } from '../../../../api/index.js';
import { useLanguage } from '../../../../ui/index.js';
import { useBook } from '../editor-context.js';
import { pointerOf, type Path } from '../paths.js';
import { say, useTold, type Sentence } from './words.js';

export type Basis = { kind: 'source'; ref: string; quote?: string } | { kind: 'assumption'; why: Sentence; after?: string };

/** What the value at exactly this place is said to rest on: a published source, or our assumption. */
export function BasisMark({ path }: { readonly path: Path }) {
  const book = useBook();
  const basis = (book.basis as Record<string, Basis> | undefined)?.[pointerOf(path)];
  return basis ? <BasisTag basis={basis} sources={book.sources ?? []} /> : null;
}

export function BasisTag({ basis, sources }: { readonly basis: Basis; readonly sources: Rulebook['sources'] }) {
  const t = useTold();
  const language = useLanguage();
  const key = basis.kind === 'source' ? basis.ref : basis.after;
  const source = sources.find((one) => one.key === key);
  const title = source ? say(source.title, language) : '';
  const word = basis.kind === 'source' ? t('source', { source: title }) : t('assumption');
  return (
    <Popover trigger="click" arrow={false} content={<BasisWords basis={basis} title={title} url={source?.url ?? null} />}>
      <button type="button" className={`basis-mark ${basis.kind}`} aria-haspopup="dialog">
        {word}
      </button>
    </Popover>
  );
}

function BasisWords({ basis, title, url }: { readonly basis: Basis; readonly title: string; readonly url: string | null }) {
  const t = useTold();
  const language = useLanguage();
  const heading = basis.kind === 'source' ? t('source', { source: title }) : basis.after && title ? t('assumption_after', { source: title }) : t('assumption');
  return (
    <div className="basis-words">
      <strong>{heading}</strong>
      {basis.kind === 'assumption' ? <p>{say(basis.why, language)}</p> : null}
      {basis.kind === 'source' && basis.quote ? <blockquote>{basis.quote}</blockquote> : null}
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {t('open_source')}
        </a>
      ) : null}
    </div>
  );
}
