import { Link } from '@tanstack/react-router';
import { holdsOneOf, useSession } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { mailingTexts } from '../mailing-texts.js';
import { InboxList } from '../parts/inbox-list.js';
import { noticeTexts } from '../texts.js';

export default function InboxPage() {
  const t = useTexts(noticeTexts);
  const mailings = useTexts(mailingTexts)('link');
  const session = useSession();
  return (
    <article className="page">
      <h1>{t('inbox')}</h1>
      <p className="quiet">{t('lead')}</p>
      {session && holdsOneOf(session.account, ['officer', 'administrator']) ? (
        <p>
          <Link to={'/desk/mailings' as never} className="link-button">
            {mailings}
          </Link>
        </p>
      ) : null}
      <InboxList />
    </article>
  );
}
