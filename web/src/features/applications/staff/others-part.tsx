import { Link } from '@tanstack/react-router';
import type { OtherApplicationView } from '../../../api/index.js';
import { Empty, formatFen, Instant, StatusMark, useLanguage, useTexts } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';
import { toneOfStatus } from './status.js';

/** What the organisation has asked for and been granted, in this round and before. */
export function OthersPart({ others }: { readonly others: readonly OtherApplicationView[] }) {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  return (
    <section className="screening-part">
      <h2>{t('others')}</h2>
      {others.length === 0 ? <Empty small why={t('others_none')} what={t('others_none_what')} /> : null}
      <ul className="other-rows">
        {others.map((other) => (
          <li key={other.id}>
            <span className="applications-stacked">
              <Link to={`/desk/applications/${other.id}` as string}>{other.projectName}</Link>
              <span className="quiet">{other.sameCall ? t('same_call') : `${other.callNumber} ${other.callTitle[language]}`}</span>
              {other.submittedAt ? (
                <span className="quiet">
                  <Instant at={other.submittedAt} zone={false} />
                </span>
              ) : null}
            </span>
            <span className="applications-stacked">
              <StatusMark word={other.label[language]} tone={toneOfStatus(other.status)} />
              {other.awardedFen === null ? null : <span className="figures">{t('granted', { amount: formatFen(other.awardedFen) })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
