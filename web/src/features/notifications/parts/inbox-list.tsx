import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, serverNow, useCommand, type NotificationView } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, formatInstant, Icon, Instant, useMarks, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import { groupByDay } from '../group-by-day.js';
import '../notices.css';
import { INBOX, inboxQuery } from '../queries.js';
import { noticeTexts } from '../texts.js';

/** What the platform told the person; light enough for the judge's door. */
export function InboxList() {
  const t = useTexts(noticeTexts);
  const [url, change] = useUrlState();
  const show = url.show === 'unread' ? 'unread' : 'all';
  const inbox = useInfiniteQuery(inboxQuery(show));
  const readAll = useCommand({ run: (_: void, key) => api.inboxReadAll({ headers: { 'Idempotency-Key': key } }), refresh: [INBOX] });
  if (inbox.isError && !inbox.data) return <ErrorNote error={inbox.error} onRetry={() => void inbox.refetch()} />;
  if (!inbox.data) return <p className="quiet" role="status">{t('inbox')}…</p>;
  const notices = inbox.data.pages.flatMap(({ items }) => items);
  const unread = inbox.data.pages[0]?.unread ?? 0;
  return (
    <>
      <p className="notices-tools">
        {unread > 0 ? (
          <ActionButton kind="secondary" icon="check" onAct={() => readAll.mutate()} busy={readAll.isPending}>
            {t('read_all')}
          </ActionButton>
        ) : null}
        <button type="button" className="button plain" onClick={() => change({ show: show === 'all' ? 'unread' : undefined })}>
          {show === 'all' ? t('only_unread') : t('show_all')}
        </button>
      </p>
      {readAll.error ? <ErrorNote error={readAll.error} /> : null}
      {notices.length === 0 ? <Empty why={show === 'all' ? t('none') : t('none_unread')} what={show === 'all' ? t('none_do') : t('none_unread_do')} /> : null}
      {groupByDay(notices).map(({ day, notices: of }) => (
        <section className="notices-day" key={day}>
          <h2>
            <DayName day={day} />
          </h2>
          <ul className="notices">
            {of.map((notice) => (
              <Notice key={notice.id} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
      {inbox.hasNextPage ? (
        <button type="button" className="button" onClick={() => void inbox.fetchNextPage()}>
          {t('more')}
        </button>
      ) : null}
    </>
  );
}

function DayName({ day }: { readonly day: string }) {
  const t = useTexts(noticeTexts);
  if (day === 'unread') return <>{t('unread')}</>;
  const now = serverNow();
  if (day === formatInstant(new Date(now), 'day')) return <>{t('today')}</>;
  if (day === formatInstant(new Date(now - 86_400_000), 'day')) return <>{t('yesterday')}</>;
  return <span className="figures">{day}</span>;
}

function Notice({ notice: { id, title, body, link, createdAt, readAt } }: { readonly notice: NotificationView }) {
  const marks = useMarks();
  const t = useTexts(noticeTexts);
  const say = useSay();
  const router = useRouter();
  const read = useCommand({ run: (_: void, key) => api.inboxRead({ path: { id }, headers: { 'Idempotency-Key': key } }), refresh: [INBOX] });
  return (
    <li className={readAt ? '' : 'unread'}>
      <span className="notice-title">{say(title)}</span>
      <span className="notice-when">
        <Instant at={createdAt} zone={false} />
      </span>
      <span className="notice-body">{say(body)}</span>
      <span className="notice-acts">
        {link ? (
          <a
            href={link}
            onClick={(event) => {
              if (!readAt) read.mutate();
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              void router.navigate({ href: link });
            }}
          >
            {t('open')}
          </a>
        ) : null}
        {readAt ? null : (
          <button type="button" className="button plain" onClick={() => read.mutate()} aria-label={t('mark_read') + marks.colon + say(title)}>
            <Icon name="check" />
            {t('mark_read')}
          </button>
        )}
      </span>
    </li>
  );
}
