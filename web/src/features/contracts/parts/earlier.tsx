import type { ContractRecordView } from '../../../api/index.js';
import { Instant, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** Versions that others have taken the place of; each stays readable. */
export function Earlier({ contracts }: { readonly contracts: readonly ContractRecordView[] }) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <section className="record-part">
      <h2>{t('others')}</h2>
      <ul className="party-rows">
        {contracts.map(({ id, ordinal, number, label, issuedAt, reason, documentId }) => (
          <li key={id}>
            <a href={`/api/documents/${documentId}/content`}>{t('version', { ordinal, number })}</a>
            <StatusMark word={say(label)} tone="quiet" />
            <span className="quiet">
              <Instant at={issuedAt} zone={false} />
              {reason ? ` · ${t('declined_because', { reason })}` : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
