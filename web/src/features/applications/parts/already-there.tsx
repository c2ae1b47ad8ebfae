import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { myApplicationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';
import { toneOf } from './own-status.js';

/** Whoever comes back to begin, and has begun already, is shown the way to it. */
export function AlreadyThere({ callId, organisationId }: { readonly callId: string; readonly organisationId: string }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const there = useQuery(myApplicationsQuery).data?.filter((row) => row.callId === callId && row.organisationId === organisationId) ?? [];
  if (there.length === 0) return null;
  return (
    <section className="already-there">
      <p>{t('start_there')}</p>
      <ul>
        {there.map(({ id, projectName, label, status }) => (
          <li key={id}>
            <Link to={`/desk/my-applications/${id}`}>{projectName || t('unnamed')}</Link> <StatusMark word={say(label)} tone={toneOf(status)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
