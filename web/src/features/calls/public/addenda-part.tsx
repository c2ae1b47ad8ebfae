import type { PublicCallView } from '../../../api/index.js';
import { Instant, useSay, useTexts } from '../../../ui/index.js';
import { toldChanges, type ToldChange } from '../plain/changes.js';
import { publicTexts } from '../texts-public.js';
import { Part } from './part.js';

/** What was changed after publication, and why. */
export function AddendaPart({ call }: { readonly call: PublicCallView }) {
  const t = useTexts(publicTexts);
  return (
    <Part id="addenda" title={t('addenda')}>
      {call.addenda.length === 0 ? <p className="quiet">{t('addenda_none')}</p> : null}
      <ol className="rule-list">
        {call.addenda.map((addendum) => (
          <li key={addendum.version}>
            <strong>{addendum.reason}</strong>
            <span className="meta">
              <Instant at={addendum.madeAt} />
              <span>{t('addendum_at', { version: addendum.version })}</span>
            </span>
            <ul className="told">
              {toldChanges(addendum.changes, call).map((change, index) => (
                <ChangeLine key={index} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function ChangeLine({ change: { part, change, before, after } }: { readonly change: ToldChange }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const what = before !== null && after !== null ? t('changed_values', { before, after }) : { changed: t('changed_part'), added: t('added_part'), removed: t('removed_part'), reordered: t('reordered_part') }[change];
  return (
    <li>
      {say(part)} · {what}
    </li>
  );
}
