import { useState } from 'react';
import { adoptSession, api, queryClient, useCommand, type OwnAccountView } from '../../../api/index.js';
import { ActionButton, EnrolFactor, ErrorNote, RecoveryCodes, StatusMark, useFreshCode, useTexts } from '../../../ui/index.js';
import { OWN } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

/** The authenticator and the codes for the day the telephone is lost. */
export function FactorPart({ own }: { readonly own: OwnAccountView }) {
  const t = useTexts(deskTexts);
  const [enrolling, setEnrolling] = useState(false);
  return (
    <section className="desk-part" aria-labelledby="factor">
      <h2 id="factor">{t('factor')}</h2>
      <div className="desk-card">
        {own.secondFactorEnabled ? <FactorOn own={own} /> : null}
        {own.secondFactorEnabled || enrolling ? null : (
          <>
            <StatusMark tone="waiting" word={t('factor_off')} />
            <p className="quiet">{t('factor_off_what')}</p>
            <ActionButton onAct={() => setEnrolling(true)}>{t('factor_start')}</ActionButton>
          </>
        )}
        {enrolling ? (
          <EnrolFactor
            onEnrolled={(session) => {
              adoptSession(session);
              setEnrolling(false);
              void queryClient.invalidateQueries({ queryKey: OWN });
            }}
          />
        ) : null}
      </div>
    </section>
  );
}

function FactorOn({ own }: { readonly own: OwnAccountView }) {
  const t = useTexts(deskTexts);
  const fresh = useFreshCode();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = useCommand({ run: (_: void, key) => fresh.around(() => api.secondFactorRecoveryCodes({ headers: { 'Idempotency-Key': key } })), refresh: [OWN], onDone: ({ recoveryCodes }: { recoveryCodes: string[] }) => setCodes(recoveryCodes) });
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  return (
    <>
      <StatusMark tone="done" word={t('factor_on')} />
      <p>{t('codes_left', { count: own.recoveryCodesLeft })}</p>
      <p className="quiet">
        {t('codes_renew_what')} {t('factor_lost')}
      </p>
      <ActionButton kind="secondary" onAct={() => renew.mutate()} busy={renew.isPending && !fresh.asking}>
        {t('codes_renew')}
      </ActionButton>
      {fresh.field}
      {renew.error ? <ErrorNote error={renew.error} /> : null}
    </>
  );
}
