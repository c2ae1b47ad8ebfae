import type { ApplicationDetail, Rulebook } from '../../../api/index.js';
import { ReasonList, useLanguage, useTexts } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';

/** What the platform found in the answers, and what bars the organisation. */
export function FaultsPart({ application: { faults, bars }, book }: { readonly application: ApplicationDetail; readonly book: Rulebook }) {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const titleOf = (section: string) => book.form.sections.find(({ key }) => key === section)?.title[language];
  return (
    <section className="screening-part">
      <h2>{t('faults')}</h2>
      {faults.length === 0 ? <ReasonList reasons={[{ holds: true, sentence: t('faults_none') }]} /> : null}
      <ReasonList reasons={faults.map(({ section, sentence, severity }) => ({ holds: severity === 'warning' ? null : false, sentence: sentence[language], extra: titleOf(section) }))} />
      {bars.length > 0 ? (
        <>
          <h3>{t('bars')}</h3>
          <ReasonList reasons={bars.map(({ sentence }) => ({ holds: false, sentence: sentence[language] }))} />
        </>
      ) : null}
    </section>
  );
}
