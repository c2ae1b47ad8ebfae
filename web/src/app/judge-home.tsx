import { holdsOneOf, useSession } from '../api/session.js';
import { Empty } from '../ui/empty.js';
import { useTexts } from '../ui/language/texts.js';
import { gather } from './features.js';
import { Sections } from './sections.js';
import { appTexts } from './texts.js';

export function JudgeHome() {
  const t = useTexts(appTexts);
  const session = useSession();
  if (!session) return null;
  const parts = gather('judgeHome').filter(({ roles }) => holdsOneOf(session.account, roles));
  return (
    <>
      <h1 className="visually-hidden">{t('judge_desk')}</h1>
      {parts.length > 0 ? <Sections sections={parts} /> : <Empty why={t('judge_empty')} what={t('judge_empty_what')} />}
    </>
  );
}
