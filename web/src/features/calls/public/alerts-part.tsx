import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, APPLICANT_KINDS, useCommand, useSession, type CallAlertBody, type ApplicantKind } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, inLanguage, useLanguage, useMarks, useTexts, useUrlState } from '../../../ui/index.js';
import { alertTexts } from '../texts-alerts.js';

const ALERTS = ['call-alerts'] as const;

/** Keeps the search that stands above, and says what will come of it. */
export function AlertsPart() {
  const t = useTexts(alertTexts);
  const session = useSession();
  const [url] = useUrlState();
  if (!session) {
    return (
      <aside className="call-alerts no-print" aria-labelledby="call-alerts">
        <h2 id="call-alerts">{t('title')}</h2>
        <p>{t('visitor')}</p>
        <p className="alert-ways">
          <Link to="/sign-in" search={{ next: '/calls' } as never} className="button">
            {t('sign_in')}
          </Link>
          <Link to="/register" search={{ next: '/calls' } as never}>
            {t('register')}
          </Link>
        </p>
      </aside>
    );
  }
  return <Kept search={{ ...(url.kind ? { applicantType: url.kind as ApplicantKind } : {}), ...(url.words ? { words: url.words } : {}) }} />;
}

function Kept({ search }: { readonly search: CallAlertBody }) {
  const t = useTexts(alertTexts);
  const alerts = useQuery({ queryKey: ALERTS, queryFn: () => api.callAlertsList() });
  const tell = useSearchWords();
  const keep = useCommand<CallAlertBody>({ run: (body, key) => api.callAlertsKeep({ body, headers: { 'Idempotency-Key': key } }), refresh: [ALERTS] });
  const end = useCommand<string>({ run: (id, key) => api.callAlertsEnd({ path: { id }, headers: { 'Idempotency-Key': key } }), refresh: [ALERTS] });
  const busy = keep.isPending || end.isPending;
  const error = alerts.error ?? keep.error ?? end.error;
  const kept = alerts.data?.some((one) => (one.applicantType ?? '') === (search.applicantType ?? '') && (one.words ?? '') === (search.words ?? ''));
  return (
    <aside className="call-alerts no-print" aria-labelledby="call-alerts">
      <h2 id="call-alerts">{t('title')}</h2>
      <p>{t('what')}</p>
      <p>{t('search', { search: tell(search) })}</p>
      <div>
        <ActionButton kind="secondary" busy={busy} refusal={kept ? t('kept') : null} onAct={() => keep.mutate(search)}>
          {t('keep')}
        </ActionButton>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {alerts.data && alerts.data.length > 0 ? (
        <ul className="alert-rows">
          {alerts.data.map((one) => (
            <li key={one.id}>
              <span>
                <Icon name="check" /> {tell({ ...(one.applicantType ? { applicantType: one.applicantType } : {}), ...(one.words ? { words: one.words } : {}) } as CallAlertBody)}
              </span>
              <button type="button" className="link-button" disabled={busy} onClick={() => end.mutate(one.id)}>
                {t('end')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </aside>
  );
}

/** A search as a person would say it. */
function useSearchWords(): (search: CallAlertBody) => string {
  const t = useTexts(alertTexts);
  const language = useLanguage();
  const marks = useMarks();
  return ({ applicantType, words }) => {
    const kind = applicantType ? inLanguage(APPLICANT_KINDS[applicantType as ApplicantKind], language) : '';
    const parts = [kind, words ? t('quoted', { words }) : ''].filter(Boolean);
    return parts.length > 0 ? parts.join(marks.comma) : t('any');
  };
}
