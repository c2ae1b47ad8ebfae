import type { PublicCallRow } from '../../../api/index.js';
import { Countdown, Instant, useTexts } from '../../../ui/index.js';
import { publicTexts } from '../texts-public.js';

/** By when: the instant with its zone, and how long that is from now by the server's clock. */
export function CallDeadline({ call }: { readonly call: Pick<PublicCallRow, 'status' | 'opensAt' | 'closesAt'> }) {
  const t = useTexts(publicTexts);
  const upcoming = call.status === 'published';
  return (
    <span className="call-deadline">
      {upcoming ? (
        <span>
          {t('opens')} <Instant at={call.opensAt} />
        </span>
      ) : null}
      <span>
        {t('deadline')} <Instant at={call.closesAt} />
      </span>
      {call.status === 'open' ? <Countdown until={call.closesAt} /> : null}
    </span>
  );
}
