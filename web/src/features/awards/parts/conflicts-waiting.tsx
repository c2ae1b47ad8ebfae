import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { holdsOneOf, useSession } from '../../../api/index.js';
import { Icon, useSay, useTexts } from '../../../ui/index.js';
import { conflictsToldQuery, judgedRoundQuery } from '../queries.js';
import { texts } from '../texts.js';

/** Before the list is decided: conflicts of judges that nobody has settled yet, each stage with the way there. */
export function ConflictsWaiting({ callId }: { readonly callId: string }) {
  const t = useTexts(texts);
  const say = useSay();
  const session = useSession();
  const watches = session !== null && session !== undefined && holdsOneOf(session.account, ['officer', 'auditor']);
  const stages = useQuery({ ...judgedRoundQuery(callId), enabled: watches }).data?.stages ?? [];
  const sealed = stages.filter(({ status }) => status === 'sealed');
  const told = useQueries({ queries: sealed.map(({ key }) => conflictsToldQuery(callId, key)) });
  const rows = [
    ...sealed.map(({ key, title }, at) => ({ key, title, tab: 'corrections', count: told[at]?.data?.corrections.filter(({ decidedAt }) => decidedAt === null).length ?? 0 })),
    ...stages.filter(({ status }) => status === 'open').map(({ key, title, unsure }) => ({ key, title, tab: 'conflicts', count: unsure })),
  ].filter(({ count }) => count > 0);
  if (rows.length === 0) return null;
  return (
    <section className="conflicts-waiting tone-waiting" aria-label={t('conflicts_wait')}>
      <p>
        <Icon name="hourglass" /> <strong>{t('conflicts_wait')}</strong> {t('conflicts_wait_what')}
      </p>
      <ul>
        {rows.map(({ key, title, tab, count }) => (
          <li key={`${key} ${tab}`}>
            <Link to={`/desk/scoring/${callId}/${key}` as string} search={{ tab } as never}>
              {t('conflicts_of_stage', { stage: say(title), count })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
