import type { Rulebook } from '../../../api/index.js';
import { useJoin, useSay, useTexts } from '../../../ui/index.js';
import { applicantSentences } from '../plain/applicants.js';
import { publicTexts } from '../texts-public.js';
import { BasisMark } from './basis-mark.js';
import { Part } from './part.js';
import { sameBasis, ToldList } from './told-list.js';

/** Who may apply, every condition in the words of the notice, and what is preferred among equals. */
export function EligibilityPart({ book }: { readonly book: Rulebook }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  return (
    <Part id="who" title={t('who')}>
      <ToldList book={book} sentences={[...applicantSentences(book)]} />
      <h3>{t('eligibility')}</h3>
      <p className="quiet">{t('eligibility_lead')}</p>
      <ol className="rule-list">
        {book.eligibility.map((rule, index) => (
          <Condition key={`${rule.id} ${rule.text.zh}`} book={book} rule={rule} index={index} />
        ))}
      </ol>
      {book.preferences.length > 0 ? (
        <>
          <h3>{t('preferences')}</h3>
          <ul className="told">
            {book.preferences.map(({ key, text, points }) => (
              <li key={key}>
                {say(text)}
                {points > 0 ? <span className="may">{t('points', { points })}</span> : null}
              </li>
            ))}
          </ul>
          <BasisMark book={book} pointer="/preferences" />
        </>
      ) : null}
    </Part>
  );
}

function Condition({ book, rule, index }: { readonly book: Rulebook; readonly rule: Rulebook['eligibility'][number]; readonly index: number }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const join = useJoin();
  const questions = book.form.sections.flatMap((section) => section.questions);
  const names = rule.evidence.flatMap((key) => questions.filter((question) => question.key === key).map(({ title }) => say(title)));
  return (
    <li>
      <span>{say(rule.text)}</span>
      <span className="meta">
        <span>{rule.effect === 'exclude' ? t('excludes') : t('flags')}</span>
        {names.length > 0 ? <span>{t('evidence', { names: join(names) })}</span> : null}
        {sameBasis(book, `/eligibility/${index}`, index + 1 < book.eligibility.length ? `/eligibility/${index + 1}` : undefined) ? null : <BasisMark book={book} pointer={`/eligibility/${index}`} />}
      </span>
    </li>
  );
}
