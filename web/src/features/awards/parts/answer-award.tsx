import { api, useCommand, type NamedAward } from '../../../api/index.js';
import { ActDialog, Countdown, Money, useMarks, useSay, useTexts } from '../../../ui/index.js';
import '../awards.css';
import { AFTER_WRITE } from '../queries.js';
import { texts } from '../texts.js';

/** A winner says yes or no; what follows is said before either. */
export function AnswerAward({ award }: { readonly award: NamedAward }) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  const answer = useCommand<{ answer: 'accept' | 'decline'; note?: string }>({
    run: (body, key) => api.awardsAnswer({ path: { id: award.id }, body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  return (
    <section className="award-card tone-waiting">
      <h2>{award.projectName}</h2>
      <p className="quiet">{[say(award.callTitle), award.number, award.organisationName].filter(Boolean).join(' · ')}</p>
      <p className="won">
        <Money fen={award.amountFen} />
        {award.prize ? <span>{say(award.prize)}</span> : null}
      </p>
      <p>{say(award.reason.sentence)}</p>
      <p>
        {t('answer_by_when')} {award.answerUntil ? <Countdown until={award.answerUntil} /> : null}{marks.stop}{t(`silence_${award.silence}`)}
      </p>
      <div className="act-row">
        <ActDialog label={t('accept')} title={t('accept_title')} icon="check" onAct={() => answer.mutateAsync({ answer: 'accept' })}>
          <p>{t('accept_follows')}</p>
        </ActDialog>
        <ActDialog label={t('decline')} title={t('decline_title')} kind="danger" reason={{ label: t('decline_reason'), least: 2 }} onAct={(note) => answer.mutateAsync({ answer: 'decline', note })}>
          <p>{t('decline_follows')}</p>
        </ActDialog>
      </div>
    </section>
  );
}
