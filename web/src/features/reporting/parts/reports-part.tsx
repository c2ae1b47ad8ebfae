import { useQuery } from '@tanstack/react-query';
import { api, holdsOneOf, useCommand, useSession, type AskReportBody } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { REPORTING, reportsKey, reportsQuery } from '../queries.js';
import { texts } from '../texts.js';
import { ReportRow } from './report-row.js';

/** Has reports of a round made, and shows how far each is. */
export function ReportsPart({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const reports = useQuery(reportsQuery(id));
  const ask = useCommand({
    run: (format: AskReportBody['format'], key) => api.reportsAsk({ path: { id }, body: { format, kind: 'round_report' }, headers: { 'Idempotency-Key': key } }),
    refresh: [reportsKey(id), [...REPORTING, 'round', id]],
  });
  const session = useSession();
  const asks = session ? holdsOneOf(session.account, ['officer', 'finance_maker', 'finance_approver']) : false;
  const rows = reports.data?.items ?? [];
  return (
    <div className="reports-part">
      <p className="prose">{t('report_lead')}</p>
      <p className="quiet">{t('internal')}</p>
      {asks ? (
        <div className="report-buttons">
          <ActionButton onAct={() => ask.mutate('pdf')} busy={ask.isPending && ask.variables === 'pdf'}>{t('make_pdf')}</ActionButton>
          <ActionButton kind="secondary" onAct={() => ask.mutate('xlsx')} busy={ask.isPending && ask.variables === 'xlsx'}>{t('make_xlsx')}</ActionButton>
        </div>
      ) : (
        <p className="quiet">{t('reports_made_by')}</p>
      )}
      {ask.error ? <ErrorNote error={ask.error} /> : null}
      <h2>{t('made_reports')}</h2>
      {reports.error ? <ErrorNote error={reports.error} onRetry={() => void reports.refetch()} /> : null}
      {reports.isPending ? <p className="quiet" role="status">{t('made_reports')}…</p> : null}
      {reports.data && rows.length === 0 ? <Empty small why={t('reports_none')} what={t('reports_none_do')} /> : null}
      <ul className="report-list">
        {rows.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ul>
    </div>
  );
}
