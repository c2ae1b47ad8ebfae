import { Link } from '@tanstack/react-router';
import { api, useCommand, type ReportView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, Instant, StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { reportsKey } from '../queries.js';
import { texts } from '../texts.js';

const TONES: Record<ReportView['status'], Tone> = { asked: 'waiting', making: 'current', ready: 'done', failed: 'late' };

/** One report: how far it is while it is made, its file afterwards, or why there is none. */
export function ReportRow({ report }: { readonly report: ReportView }) {
  const t = useTexts(texts);
  const say = useSay();
  const { id, callId, format, status, documentId, sha256, failure, moves } = report;
  const again = useCommand({ run: (_: void, key) => api.reportsRetry({ path: { id }, headers: { 'Idempotency-Key': key } }), refresh: [reportsKey(callId)] });
  const retry = moves.find(({ move }) => move === 'retry');
  return (
    <li>
      <div className="report-name">
        <strong>{t(`format_${format}`)}</strong>
        <span className="quiet">
          {t('asked_by', { name: report.askedBy })} <Instant at={report.askedAt} zone={false} />
        </span>
      </div>
      <StatusMark word={say(report.label)} tone={TONES[status]} />
      {status === 'asked' || status === 'making' ? <Progress report={report} /> : null}
      {failure ? <p className="report-failure tone-late">{say(failure)}</p> : null}
      {documentId && sha256 ? (
        <div className="report-file">
          <a className="button" href={`/api/documents/${documentId}/content`} download>
            <Icon name="file" />
            {t('download')}
          </a>
          <span className="quiet">
            {t('fingerprint')} <code className="figures">{`${sha256.slice(0, 12)}…${sha256.slice(-6)}`}</code> <Link to="/verify" search={{ hash: sha256 } as never}>{t('verify')}</Link>
          </span>
        </div>
      ) : null}
      {retry ? <ActionButton kind="secondary" onAct={() => again.mutate()} busy={again.isPending} refusal={retry.allowed ? null : (retry.reason && say(retry.reason)) ?? null}>{say(retry.label)}</ActionButton> : null}
      {again.error ? <ErrorNote error={again.error} /> : null}
    </li>
  );
}

function Progress({ report }: { readonly report: ReportView }) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <div className="report-progress" role="status">
      <progress aria-label={t('progress')} max={100} value={report.progress} />
      <span className="figures">{t('percent', { percent: report.progress })}</span>
      <span>{say(report.step)}</span>
    </div>
  );
}
