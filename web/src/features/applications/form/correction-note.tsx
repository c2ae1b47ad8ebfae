import type { ApplicationDetail, RulebookForm } from '../../../api/index.js';
import { Instant, useJoin, useSay, useTexts } from '../../../ui/index.js';
import { partnerTexts } from '../texts-partners.js';
import { formTexts } from '../texts-form.js';

/** The screener's words, the sections that are open, and until when. */
export function CorrectionNote({ application, form }: { readonly application: ApplicationDetail; readonly form: RulebookForm }) {
  const t = useTexts(formTexts);
  const partner = useTexts(partnerTexts);
  const say = useSay();
  const join = useJoin();
  const { returned } = application;
  if (!returned) return null;
  const names = form.sections.filter(({ key }) => returned.sections.includes(key)).map(({ title }) => say(title));
  return (
    <section className="correction tone-waiting" aria-labelledby="correction-title">
      <h2 id="correction-title">{t('correction_title')}</h2>
      <p className="answer-text">{returned.reason}</p>
      <p>
        {t('correction_due')} <Instant at={returned.dueAt} />
      </p>
      {names.length > 0 ? <p className="quiet">{t('correction_sections', { names: join(names) })}</p> : null}
      {returned.parties ? <p className="quiet">{partner('correct_parties')}</p> : null}
    </section>
  );
}
