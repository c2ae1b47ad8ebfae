import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { beginEnrolment, confirmEnrolment, type Session } from '../../api/session.js';
import { ErrorNote } from '../error-note.js';
import { useTexts } from '../language/texts.js';
import { uiTexts } from '../texts.js';
import { CodeForm } from './code-form.js';
import { QrCode } from './qr-code.js';
import { RecoveryCodes } from './recovery-codes.js';
import './second-factor.css';

interface EnrolFactorProps {
  /** Called once the recovery codes have been kept; `adoptSession(session)` then lets the other pages know. */
  readonly onEnrolled: (session: Session) => void;
}

/** Sets an authenticator up: scan, confirm with the first code, keep the recovery codes. */
export function EnrolFactor({ onEnrolled }: EnrolFactorProps) {
  const t = useTexts(uiTexts);
  const [done, setDone] = useState<{ session: Session; recoveryCodes: readonly string[] } | null>(null);
  // A secret must not change while it is being scanned: asked for once, never again behind the person's back.
  const enrolment = useQuery({ queryKey: ['second-factor', 'enrolment'], queryFn: beginEnrolment, staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  if (done) return <RecoveryCodes codes={done.recoveryCodes} onKept={() => onEnrolled(done.session)} />;
  if (enrolment.isError) return <ErrorNote error={enrolment.error} onRetry={() => void enrolment.refetch()} />;
  if (!enrolment.data) return <p role="status" className="quiet">{t('loading')}</p>;
  return (
    <div className="enrol">
      <ol>
        <li>
          <p>{t('enrol_1')}</p>
          <QrCode text={enrolment.data.uri} label={t('enrol_qr')} />
          <p className="quiet">{t('enrol_by_hand')}</p>
          <p className="secret-key">{enrolment.data.secret.match(/.{1,4}/g)?.join(' ')}</p>
        </li>
        <li>
          <p>{t('enrol_2')}</p>
          <CodeForm action={t('enrol_confirm')} onCode={async (code) => setDone(await confirmEnrolment(code))} />
        </li>
      </ol>
    </div>
  );
}
