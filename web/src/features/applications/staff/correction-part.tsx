import type { CorrectedView, Rulebook } from '../../../api/index.js';
import { formatInstant, useTexts } from '../../../ui/index.js';
import { ChangedAnswer } from '../parts/changed-answer.js';
import { changesIn } from '../revisions/changes-in.js';
import { dialogueTexts } from '../texts-dialogue.js';

/** What came back of a return: what was asked for, and every answer that differs. */
export function CorrectionPart({ correction, book }: { readonly correction: CorrectedView; readonly book: Rulebook }) {
  const t = useTexts(dialogueTexts);
  const { reason, askedAt, handedInAt, before, after, files } = correction;
  const changed = changesIn(book, before, after);
  return (
    <section className="screening-part correction-part" aria-labelledby="correction-part">
      <h2 id="correction-part">{t('corrected', { count: changed.length })}</h2>
      <p className="quiet">{t('corrected_when', { asked: formatInstant(new Date(askedAt)), back: formatInstant(new Date(handedInAt)) })}</p>
      <p className="answer-text">{t('corrected_asked', { reason })}</p>
      {changed.length === 0 ? <p>{t('corrected_nothing')}</p> : null}
      {changed.map((one) => (
        <ChangedAnswer key={one.question.key} {...one} names={[t('corrected_before'), t('corrected_after')]} book={book} files={files} />
      ))}
    </section>
  );
}
