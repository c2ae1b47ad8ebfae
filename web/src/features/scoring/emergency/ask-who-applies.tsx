import { useQuery } from '@tanstack/react-query';
import { api, useCommand, type EmergencyAccessView, type JudgingView } from '../../../api/index.js';
import { ActDialog, formatInstant, useTexts } from '../../../ui/index.js';
import { EMERGENCIES, emergenciesQuery } from '../queries.js';
import './emergency.css';
import { emergencyTexts } from './emergency-texts.js';
import { LookPart } from './look-part.js';

/** A blind judge, in an emergency: asks who applies, and reads it once that is granted. */
export function AskWhoApplies({ view }: { readonly view: JudgingView }) {
  return view.sealed || view.blind === 'open' ? null : <BlindAsk view={view} />;
}

function BlindAsk({ view: { seatId, applicationId } }: { readonly view: JudgingView }) {
  const t = useTexts(emergencyTexts);
  const own = useQuery(emergenciesQuery).data?.find((one) => one.mine && one.seatId === seatId && one.applicationId === applicationId && !one.over);
  const ask = useCommand<string, unknown>({ run: (reason, key) => api.blindEmergencyAsk({ path: { seatId, applicationId }, body: { reason }, headers: { 'Idempotency-Key': key } }), refresh: [EMERGENCIES] });
  if (own) return <Standing access={own} />;
  return (
    <ActDialog label={t('blind')} kind="secondary" confirm={t('ask')} reason={{ label: t('ask_reason'), least: 10 }} onAct={(reason) => ask.mutateAsync(reason)}>
      <p>{t('blind_what')}</p>
    </ActDialog>
  );
}

function Standing({ access: { id, status, openUntil } }: { readonly access: EmergencyAccessView }) {
  const t = useTexts(emergencyTexts);
  const end = useCommand<void, unknown>({ run: (_, key) => api.emergencyEnd({ path: { id }, headers: { 'Idempotency-Key': key } }), refresh: [EMERGENCIES] });
  const asked = status === 'asked';
  return (
    <section className="emergency-standing">
      <p className={asked ? 'tone-waiting' : 'tone-current'} role="status">{asked ? t('blind_waits') : t('blind_open', { until: formatInstant(new Date(openUntil ?? ''), 'minute') })}</p>
      {asked ? null : <LookPart id={id} />}
      <p className="emergency-acts">
        <ActDialog label={t(asked ? 'withdraw' : 'close')} kind="secondary" onAct={() => end.mutateAsync()}>
          <p>{t(asked ? 'withdraw_what' : 'close_what')}</p>
        </ActDialog>
      </p>
    </section>
  );
}
