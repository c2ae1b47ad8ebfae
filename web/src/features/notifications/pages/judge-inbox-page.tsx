import { useTexts } from '../../../ui/index.js';
import { InboxList } from '../parts/inbox-list.js';
import { noticeTexts } from '../texts.js';

/** The same list for whoever only judges, on a phone. */
export default function JudgeInboxPage() {
  const t = useTexts(noticeTexts);
  return (
    <>
      <h1>{t('inbox')}</h1>
      <p className="quiet">{t('lead')}</p>
      <InboxList />
    </>
  );
}
