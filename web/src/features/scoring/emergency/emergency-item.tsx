import { api, useCommand, type EmergencyAccessView } from '../../../api/index.js';
import { ActDialog, Facts, Instant, StatusMark, useSay, useTexts, type Fact, type Tone } from '../../../ui/index.js';
import { EMERGENCIES } from '../queries.js';
import { emergencyTexts } from './emergency-texts.js';
import { LookPart } from './look-part.js';

const TONES: Readonly<Record<EmergencyAccessView['status'], Tone>> = { asked: 'waiting', granted: 'current', refused: 'quiet', withdrawn: 'quiet', closed: 'quiet' };

type Move = EmergencyAccessView['moves'][number]['move'];

/** One access, with everybody who had a hand in it and every look. */
export function EmergencyItem({ access }: { readonly access: EmergencyAccessView }) {
  const t = useTexts(emergencyTexts);
  const say = useSay();
  const expired = access.status === 'granted' && access.over;
  return (
    <li className="emergency-item">
      <header>
        <h3>
          {access.projectName} {t('heading', { number: access.number, thing: t(access.thing) })}
        </h3>
        <StatusMark word={expired ? t('over') : say(access.label)} tone={expired ? 'quiet' : TONES[access.status]} />
      </header>
      <p className="quiet">
        {say(access.callTitle)} · {say(access.stageTitle)} <span className="figures">{access.callNumber}</span>
      </p>
      <Facts facts={useFacts(access)} />
      <Acts access={access} />
    </li>
  );
}

function useFacts(access: EmergencyAccessView): Fact[] {
  const t = useTexts(emergencyTexts);
  const { reason, askedBy, askedAt, decidedBy, decidedAt, status, note, openUntil, endedAt, readings, reviewedBy, reviewedAt, reviewNote } = access;
  const by = (name: string, at: string) => <>{name} <Instant at={at} zone={false} /></>;
  return [
    { label: t('reason'), value: <span className="emergency-words">{reason}</span> },
    { label: t('asked'), value: by(askedBy, askedAt) },
    ...(decidedBy && decidedAt ? [{ label: t(status === 'refused' ? 'refused' : 'granted'), value: by(decidedBy, decidedAt), note }] : []),
    ...(openUntil ? [{ label: t('until'), value: <Instant at={openUntil} zone={false} /> }] : []),
    ...(endedAt ? [{ label: t('ended'), value: <Instant at={endedAt} zone={false} /> }] : []),
    ...(openUntil ? [{ label: t('looks'), value: readings.length === 0 ? t('looks_none') : <Looks readings={readings} /> }] : []),
    ...(access.over ? [{ label: t('review'), value: reviewedBy && reviewedAt ? by(reviewedBy, reviewedAt) : t('review_none'), note: reviewNote }] : []),
  ];
}

function Looks({ readings }: { readonly readings: readonly string[] }) {
  return (
    <ul className="emergency-looks">
      {readings.map((at) => (
        <li key={at}>
          <Instant at={at} zone={false} />
        </li>
      ))}
    </ul>
  );
}

/** What the reader may do with it; what only others may is left out, what stands in her own way is said. */
function Acts({ access }: { readonly access: EmergencyAccessView }) {
  const { id, moves, askedBy } = access;
  const t = useTexts(emergencyTexts);
  const say = useSay();
  const find = (move: Move) => moves.find((one) => one.move === move);
  const refusalOf = (move: Move) => {
    const reason = find(move)?.reason;
    return reason ? say(reason) : null;
  };
  const decide = useCommand<{ granted: boolean; note: string }, unknown>({ run: ({ granted, note }, key) => api.emergencyDecide({ path: { id }, body: { granted, note }, headers: { 'Idempotency-Key': key } }), refresh: [EMERGENCIES] });
  const end = useCommand<void, unknown>({ run: (_, key) => api.emergencyEnd({ path: { id }, headers: { 'Idempotency-Key': key } }), refresh: [EMERGENCIES] });
  const review = useCommand<string, unknown>({ run: (note, key) => api.emergencyReview({ path: { id }, body: { note }, headers: { 'Idempotency-Key': key } }), refresh: [EMERGENCIES] });
  return (
    <>
      {find('look')?.allowed ? <LookPart id={id} /> : null}
      <div className="emergency-acts">
        {access.mayDecide && find('grant') ? (
          <>
            <ActDialog label={t('grant')} refusal={refusalOf('grant')} reason={{ label: t('decision_note'), least: 2 }} onAct={(note) => decide.mutateAsync({ granted: true, note })}>
              <p>{t('grant_what', { name: askedBy })}</p>
            </ActDialog>
            {find('refuse')?.allowed ? <ActDialog label={t('refuse')} kind="secondary" reason={{ label: t('decision_note'), least: 2 }} onAct={(note) => decide.mutateAsync({ granted: false, note })} /> : null}
          </>
        ) : null}
        {find('withdraw')?.allowed ? <ActDialog label={t('withdraw')} kind="secondary" onAct={() => end.mutateAsync()}><p>{t('withdraw_what')}</p></ActDialog> : null}
        {find('close')?.allowed ? <ActDialog label={t('close')} kind="secondary" onAct={() => end.mutateAsync()}><p>{t('close_what')}</p></ActDialog> : null}
        {find('review')?.allowed ? <ActDialog label={t('mark')} reason={{ label: t('mark_note'), least: 2 }} onAct={(note) => review.mutateAsync(note)}><p>{t('mark_what')}</p></ActDialog> : null}
      </div>
    </>
  );
}
