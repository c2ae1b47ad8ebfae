import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api/index.js';
import { Icon, useTexts } from '../../../ui/index.js';
import '../notices.css';
import { INBOX } from '../queries.js';
import { noticeTexts } from '../texts.js';

/** One line on the judge's home, where something is unread. */
export default function UnreadLine() {
  const t = useTexts(noticeTexts);
  const unread = useQuery({ queryKey: [...INBOX, 'unread'], queryFn: async () => (await api.inboxList({ query: { limit: 1, show: 'unread' } })).unread });
  return (
    <p className="unread-line">
      <Link to="/judge/inbox" className="button">
        <Icon name="bell" />
        {unread.data ? t('unread_line', { count: unread.data }) : t('inbox')}
      </Link>
    </p>
  );
}
