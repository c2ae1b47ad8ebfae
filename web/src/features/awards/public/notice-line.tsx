import { Link } from '@tanstack/react-router';
import type { PublicNoticeView } from '../../../api/index.js';
import { Countdown, formatFen, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { publicTexts } from '../texts-public.js';

/** One notice in a list: what it is, how much, and how long the public still has its say. */
export function NoticeLine({ notice }: { readonly notice: PublicNoticeView }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const { content, totalFen, state, label, endsAt, firstDay, lastDay } = notice;
  return (
    <li>
      <span className="name">
        <Link to={`/notices/${notice.callId}`} search={(state === 'withdrawn' || state === 'over' ? { n: String(notice.ordinal) } : {}) as never}>
          {say(content.title)}
        </Link>
      </span>
      <span className="about figures">
        {t('summary', { count: content.rows.length, total: formatFen(totalFen) })} · {state === 'running' ? t('until', { last: lastDay }) : t('days', { first: firstDay, last: lastDay })}
      </span>
      <span className="left">{state === 'running' ? <Countdown until={endsAt} /> : <StatusMark word={say(label)} tone={state === 'withdrawn' ? 'late' : 'quiet'} />}</span>
    </li>
  );
}
