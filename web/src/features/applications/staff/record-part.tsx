import type { RecordedMoveView } from '../../../api/index.js';
import { Timeline, useLanguage, useTexts } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';

/** What has been done with the application, newest first. */
export function RecordPart({ history }: { readonly history: readonly RecordedMoveView[] }) {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const entries = [...history].reverse().map((row) => ({ id: `${row.move} ${row.at}`, what: row.label[language], at: row.at, who: row.who ?? t('the_platform'), ...(row.reason ? { note: row.reason } : {}) }));
  return (
    <section className="screening-part">
      <h2>{t('record')}</h2>
      <Timeline entries={entries} />
    </section>
  );
}
