import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNote, Icon, Instant, useSay, useTexts } from '../../../ui/index.js';
import { ProfileForm } from '../profile/profile-form.js';
import { profileTexts } from '../profile/profile-texts.js';
import '../profile/profile.css';
import { TiesPart } from '../profile/ties-part.js';
import { ownProfileQuery } from '../queries.js';

/** Who an expert is, what ties her to organisations, and the duties she has done. */
export default function ProfilePage() {
  const t = useTexts(profileTexts);
  const say = useSay();
  const [saved, setSaved] = useState(false);
  const { data: profile, error, refetch } = useQuery(ownProfileQuery);
  if (error && !profile) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!profile) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="expert-page">
      <p className="crumbs">
        <Link to="/judge">
          <Icon name="back" />
          {t('back')}
        </Link>
      </p>
      <h1>{t('title')}</h1>
      <p className="quiet">{t('title_what')}</p>
      {profile.savedAt === null ? <p className="tone-waiting waiting-word">{t('not_saved')}</p> : null}
      <ProfileForm key={profile.version} profile={profile} saved={saved} onSaved={() => setSaved(true)} />
      <TiesPart profile={profile} />
      <section>
        <h2>{t('duties')}</h2>
        {profile.duties.length === 0 ? <p className="quiet">{t('duties_none')}</p> : null}
        <ul className="expert-duties">
          {profile.duties.map((duty, at) => (
            <li key={at}>
              <strong>{say(duty.callTitle)}</strong> {say(duty.stageTitle)}
              <span className="quiet figures">
                <Instant at={duty.seatedAt} zone={false} /> · {t('duty_sheets', { count: duty.sheets })}
                {duty.status === 'unseated' ? ` · ${t('duty_left')}` : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
