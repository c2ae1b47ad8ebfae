import { useTexts } from '../../../ui/index.js';
import { InboxList } from '../parts/inbox-list.js';
import { noticeTexts } from '../texts.js';

export default function InboxPage() {
  const t = useTexts(noticeTexts);
  return (
    <article className="page">
      <h1>{t('inbox')}</h1>
      <p className="quiet">{t('lead')}</p>
      <InboxList />
    </article>
  );
}
