import { Link } from '@tanstack/react-router';
import type { ApplicationDetail, PublicCallView } from '../../../api/index.js';
import { Instant, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';

interface AddendaNoteProps {
  readonly application: Pick<ApplicationDetail, 'status' | 'rulebookVersion'>;
  readonly call: Pick<PublicCallView, 'id' | 'addenda'>;
}

/** Rules that were changed after the call was published, for whoever still writes; what came after the last save of a draft is said to be new. */
export function AddendaNote({ application, call }: AddendaNoteProps) {
  const t = useTexts(ownTexts);
  if (!['draft', 'returned'].includes(application.status) || call.addenda.length === 0) return null;
  const addenda = [...call.addenda].sort((one, other) => other.version - one.version);
  const fresh = application.status === 'draft' && addenda.some(({ version }) => version > application.rulebookVersion);
  return (
    <section className={`correction tone-${fresh ? 'waiting' : 'quiet'}`} aria-labelledby="addenda-title">
      <h2 id="addenda-title">{t(fresh ? 'addenda_fresh' : 'addenda_title')}</h2>
      {addenda.map(({ version, reason, madeAt }) => (
        <p key={version} className="answer-text">
          <Instant at={madeAt} zone={false} /> {reason}
        </p>
      ))}
      <p>
        <Link to={`/calls/${call.id}` as string} hash="addenda" target="_blank">{t('addenda_see')}</Link>
      </p>
    </section>
  );
}
