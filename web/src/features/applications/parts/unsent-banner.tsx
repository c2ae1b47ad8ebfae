import { Link } from '@tanstack/react-router';
import { Countdown, Icon, Instant, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';

interface UnsentBannerProps {
  readonly id: string;
  readonly until: string;
  readonly correcting?: boolean;
  /** Whether it has a button of its own; the form has one at its foot, which saves first. */
  readonly acts?: boolean;
}

/** Complete is not submitted: says so until it is, with the time that is left by the clock of the server. */
export function UnsentBanner({ id, until, correcting = false, acts = true }: UnsentBannerProps) {
  const t = useTexts(ownTexts);
  return (
    <section className={`unsent-banner tone-${correcting ? 'waiting' : 'late'}`} role="status">
      <Icon name="alert" />
      <div>
        <p className="strong">{t(correcting ? 'unsent_correction' : 'unsent')}</p>
        <p>
          {t(correcting ? 'unsent_correction_until' : 'unsent_until')} <Instant at={until} precision="minute" /> · <Countdown until={until} />
        </p>
        {acts ? (
          <Link className="button primary" to={`/desk/my-applications/${id}/preview`}>
            {t('do_submit')}
          </Link>
        ) : null}
      </div>
    </section>
  );
}
