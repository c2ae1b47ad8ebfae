import type { ApplicationDetail } from '../../../api/index.js';
import { Icon, Instant, ReasonList, useSay, useTexts } from '../../../ui/index.js';
import { partnerTexts } from '../texts-partners.js';

const OF_PARTIES: readonly string[] = ['host_needed', 'joint_application_needed'];

/** A party that has left since the submission, its reason, and what no longer holds without it. */
export function PartyLeftPart({ application: { partners, bars, rules } }: { readonly application: ApplicationDetail }) {
  const t = useTexts(partnerTexts);
  const say = useSay();
  const left = partners.filter(({ consent }) => consent === 'left');
  if (left.length === 0) return null;
  const failing = [
    ...bars.filter(({ code }) => OF_PARTIES.includes(code)).map(({ sentence }) => ({ holds: false, sentence: say(sentence) })),
    ...rules.filter(({ verdict }) => verdict === 'failed').map(({ text, ground }) => ({ holds: false, sentence: say(text), extra: say(ground) })),
  ];
  return (
    <section className="party-left tone-late" aria-labelledby="party-left-title">
      <Icon name="alert" />
      <div>
        <h2 id="party-left-title">{t('party_left_title')}</h2>
        {left.map(({ id, name, note, answeredAt }) => (
          <p key={id}>
            {t('party_left_line', { name, note: note ?? '' })} {answeredAt ? <span className="quiet"><Instant at={answeredAt} zone={false} /></span> : null}
          </p>
        ))}
        {failing.length > 0 ? (
          <>
            <p className="quiet">{t('party_left_rules')}</p>
            <ReasonList reasons={failing} />
          </>
        ) : (
          <p className="quiet">{t('party_left_rules_none')}</p>
        )}
      </div>
    </section>
  );
}
