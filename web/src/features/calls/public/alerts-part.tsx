import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, APPLICANT_KINDS, newIdempotencyKey, useSession, type CallAlertBody, type ApplicantKind, type CallAlertView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, inLanguage, useAttempt, useLanguage, useTexts, useUrlState } from '../../../ui/index.js';
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
  const queries = useQueryClient();
  const alerts = useQuery({ queryKey: ALERTS, queryFn: () => api.callAlertsList() });
  const { busy, error, attempt } = useAttempt();
  const tell = useSearchWords();
  const change = (answer: () => Promise<CallAlertView[]>) => attempt(async () => void queries.setQueryData(ALERTS, await answer()));
  const key = () => ({ headers: { 'Idempotency-Key': newIdempotencyKey() } });
  const kept = alerts.data?.some((one) => (one.applicantType ?? '') === (search.applicantType ?? '') && (one.words ?? '') === (search.words ?? ''));
  return (
    <aside className="call-alerts no-print" aria-labelledby="call-alerts">
      <h2 id="call-alerts">{t('title')}</h2>
      <p>{t('what')}</p>
      <p>{t('search', { search: tell(search) })}</p>
      <div>
        <ActionButton kind="secondary" busy={busy} refusal={kept ? t('kept') : null} onAct={() => void change(() => api.callAlertsKeep({ body: search, ...key() }))}>
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
              <button type="button" className="link-button" disabled={busy} onClick={() => void change(() => api.callAlertsEnd({ path: { id: one.id }, ...key() }))}>
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
  return ({ applicantType, words }) => {
    const kind = applicantType ? inLanguage(APPLICANT_KINDS[applicantType as ApplicantKind], language) : '';
    const parts = [kind, words ? t('quoted', { words }) : ''].filter(Boolean);
    return parts.length > 0 ? parts.join(language === 'zh' ? '，' : ', ') : t('any');
  };
}
