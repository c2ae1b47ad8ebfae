import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, useCommand, type AwardRoundView, type NoticePreviewView, type PublicNoticeView } from '../../../api/index.js';
import { ActDialog, Countdown, Empty, ErrorNote, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { NoticePaper } from '../public/notice-paper.js';
import { AFTER_WRITE, previewQuery } from '../queries.js';
import { texts } from '../texts.js';
import { Days } from './days.js';

interface NoticesProps {
  readonly round: AwardRoundView;
  readonly notices: readonly PublicNoticeView[];
}

/** Publishing the list, what is on notice, and confirming what has stood its term. */
export function Notices({ round, notices }: NoticesProps) {
  const t = useTexts(texts);
  const proposed = (round.awards.proposed ?? 0) > 0;
  if (!proposed && notices.length === 0) return <Empty why={t('notice_none')} what={t('notice_none_do')} />;
  return (
    <>
      {notices.length > 0 ? <SoFar round={round} notices={notices} /> : null}
      {proposed ? <Publish round={round} /> : null}
    </>
  );
}

function SoFar({ round, notices }: NoticesProps) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <section className="record-part">
      <h2>{t('notices_so_far')}</h2>
      <ul className="task-rows">
        {notices.map((notice) => (
          <li key={notice.id}>
            <span className="what">
              {t('notice_n', { n: notice.ordinal })}　<StatusMark word={say(notice.label)} tone={notice.state === 'running' ? 'current' : notice.state === 'withdrawn' ? 'late' : 'quiet'} />
            </span>
            <span className="about">
              <span className="figures">{t('notice_days', { first: notice.firstDay, last: notice.lastDay })}</span>
              {notice.withdrawnReason ? ` · ${t('withdrawn_because', { reason: notice.withdrawnReason })}` : null} · <Link to={`/notices/${notice.callId}`} search={{ n: String(notice.ordinal) } as never}>{t('see_public')}</Link>
              {notice.documentId ? <> · <a href={`/api/documents/${notice.documentId}/content`}>{t('print_file')}</a></> : null}
            </span>
            {notice.state === 'running' ? <span className="by"><Countdown until={notice.endsAt} /></span> : null}
          </li>
        ))}
      </ul>
      {(round.awards.in_publicity ?? 0) > 0 && round.moves.length > 0 ? (
        <div className="act-row no-print">
          <Confirm round={round} />
          <Correct round={round} />
        </div>
      ) : null}
    </section>
  );
}

function Confirm({ round }: { readonly round: AwardRoundView }) {
  const t = useTexts(texts);
  const say = useSay();
  const confirm = useCommand({
    run: (_: void, key) => api.awardsConfirm({ path: { id: round.callId }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  const move = round.moves.find(({ move: name }) => name === 'confirm');
  return (
    <ActDialog label={t('confirm')} title={t('confirm_title')} icon="check" refusal={move && !move.allowed && move.reason ? say(move.reason) : null} onAct={() => confirm.mutateAsync()}>
      <p>{t('confirm_follows')}</p>
    </ActDialog>
  );
}

/** A published list is never changed: it comes down with a reason, and the list put right is a new notice. */
function Correct({ round }: { readonly round: AwardRoundView }) {
  const t = useTexts(texts);
  const correct = useCommand<string>({
    run: (reason, key) => api.awardsCorrect({ path: { id: round.callId }, body: { reason }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  if (!round.moves.some(({ move, allowed }) => move === 'correct' && allowed)) return null;
  return (
    <ActDialog label={t('correct')} title={t('correct_title')} kind="danger" reason={{ label: t('correct_reason'), least: 4 }} onAct={(reason) => correct.mutateAsync(reason)}>
      <p>{t('correct_follows')}</p>
    </ActDialog>
  );
}

function Publish({ round }: { readonly round: AwardRoundView }) {
  const t = useTexts(texts);
  const preview = useQuery({ ...previewQuery(round.callId), retry: false });
  if (preview.isError && !preview.data) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <p className="quiet" role="status">{t('preview')}…</p>;
  return <Preview round={round} preview={preview.data} />;
}

function Preview({ round, preview }: { readonly round: AwardRoundView; readonly preview: NoticePreviewView }) {
  const t = useTexts(texts);
  const say = useSay();
  const announce = useCommand({
    run: (_: void, key) => api.awardsAnnounce({ path: { id: round.callId }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  const move = round.moves.find(({ move: name }) => name === 'announce');
  return (
    <>
      <section className="record-part">
        <h2>{t('days')}</h2>
        <Days term={preview.term} days={preview.days} />
        {round.moves.length > 0 ? (
          <div className="no-print">
            <ActDialog label={t('publish')} title={t('publish_title')} refusal={move && !move.allowed && move.reason ? say(move.reason) : null} onAct={() => announce.mutateAsync()}>
              <p>
                <strong>{t('publish_days', { first: preview.firstDay, last: preview.lastDay })}</strong>
              </p>
              <p>{t('publish_follows')}</p>
            </ActDialog>
          </div>
        ) : null}
      </section>
      <section className="record-part">
        <h2>{t('preview')}</h2>
        <NoticePaper {...preview} level={2} />
      </section>
    </>
  );
}
