import { api, useCommand, type MilestoneDetail, type ReportReopeningView } from '../../../api/index.js';
import { ActDialog, formatInstant, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { mendingTexts } from '../texts-mending.js';

/** An accepted report, for staff: how its acceptance can be taken back, what waits for a second person, and what was decided before. */
export function Reopening({ report }: { readonly report: MilestoneDetail }) {
  const t = useTexts(mendingTexts);
  const waiting = report.reopenings.find(({ granted }) => granted === null);
  const decided = report.reopenings.filter(({ granted }) => granted !== null);
  const move = report.moves.find((one) => one.move === 'reopen');
  return (
    <>
      {waiting ? <Waiting request={waiting} /> : move ? <Ask report={report} move={move} /> : null}
      {decided.length > 0 ? (
        <section className="record-part">
          <h2>{t('history')}</h2>
          <ul className="reopening-list">
            {decided.map((request) => (
              <Decided key={request.id} request={request} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Ask({ report, move }: { readonly report: MilestoneDetail; readonly move: MilestoneDetail['moves'][number] }) {
  const t = useTexts(mendingTexts);
  const say = useSay();
  const ask = useCommand<string>({ run: (reason, key) => api.reportReopeningsAsk({ path: { id: report.id }, body: { reason }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  return (
    <section className="record-part no-print">
      <h2>{t('reopen_title')}</h2>
      <p className="quiet">{t('reopen_lead')}</p>
      <div className="act-row">
        <ActDialog label={t('reopen')} kind="secondary" refusal={move.allowed || !move.reason ? null : say(move.reason)} reason={{ label: t('reopen_reason'), least: 4 }} onAct={(reason) => ask.mutateAsync(reason)}>
          <p>{t('reopen_follows')}</p>
        </ActDialog>
      </div>
    </section>
  );
}

function Waiting({ request }: { readonly request: ReportReopeningView }) {
  const t = useTexts(mendingTexts);
  const say = useSay();
  const decide = useCommand<{ granted: boolean; note?: string }>({ run: (body, key) => api.reportReopeningsDecide({ path: { id: request.id }, body, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  return (
    <section className="record-part returned-note">
      <h2>{t('reopen_title')}</h2>
      <p className="report-prose">{request.reason}</p>
      <p className="quiet">{t('reopen_waits', { who: request.askedBy ?? t('somebody'), when: whenOf(request.askedAt) })}</p>
      {request.decidable ? (
        <div className="act-row no-print">
          <ActDialog label={t('reopen_grant')} icon="check" refusal={request.refusal ? say(request.refusal) : null} onAct={() => decide.mutateAsync({ granted: true })}>
            <p>{t('reopen_grant_follows')}</p>
          </ActDialog>
          {request.own ? (
            <ActDialog label={t('reopen_withdraw')} kind="secondary" onAct={() => decide.mutateAsync({ granted: false })}>
              <p>{t('reopen_withdraw_follows')}</p>
            </ActDialog>
          ) : (
            <ActDialog label={t('reopen_decline')} kind="secondary" reason={{ label: t('reopen_decline_reason'), least: 4 }} onAct={(note) => decide.mutateAsync({ granted: false, note })}>
              <p>{t('reopen_withdraw_follows')}</p>
            </ActDialog>
          )}
        </div>
      ) : null}
    </section>
  );
}

function Decided({ request }: { readonly request: ReportReopeningView }) {
  const t = useTexts(mendingTexts);
  const { reason, note, acceptedBy, acceptedAt, askedBy, askedAt, decidedBy, decidedAt, granted } = request;
  const who = (name: string | null) => name ?? t('somebody');
  const outcome = granted ? 'reopen_granted' : askedBy === decidedBy ? 'reopen_withdrawn' : 'reopen_declined';
  return (
    <li>
      <p className="report-prose">{reason}</p>
      <p className="quiet">{t('reopen_accepted', { who: who(acceptedBy), when: whenOf(acceptedAt) })}</p>
      <p className="quiet">{t('reopen_asked', { who: who(askedBy), when: whenOf(askedAt) })}</p>
      <p className="quiet">{t(outcome, { who: who(decidedBy), when: whenOf(decidedAt ?? askedAt) })}</p>
      {note ? <p className="report-prose">{note}</p> : null}
    </li>
  );
}

const whenOf = (at: string): string => formatInstant(new Date(at));
