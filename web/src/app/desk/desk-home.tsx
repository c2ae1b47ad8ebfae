import { holdsOneOf, useSession } from '../../api/session.js';
import { Empty } from '../../ui/empty.js';
import { useTexts } from '../../ui/language/texts.js';
import { gather } from '../features.js';
import { Sections } from '../sections.js';
import { appTexts } from '../texts.js';

/** The home of a role: the parts that the features bring, what waits for you first. */
export default function DeskHome() {
  const t = useTexts(appTexts);
  const session = useSession();
  if (!session) return null;
  const parts = gather('home').filter(({ roles }) => holdsOneOf(session.account, roles));
  return (
    <article className="page">
      <h1>{t('home_title', { name: session.account.name })}</h1>
      <p className="quiet">{t('home_lead')}</p>
      <div className="page-body">
        <div className="desk-home-parts">
          <Sections sections={parts} />
        </div>
        <div className="desk-home-nothing">
          <Empty why={t('home_empty')} what={t('home_empty_what')} />
        </div>
      </div>
    </article>
  );
}
