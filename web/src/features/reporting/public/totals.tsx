import { useQuery } from '@tanstack/react-query';
import { Money, useTexts } from '../../../ui/index.js';
import { totalsQuery } from '../queries.js';
import { portalTexts } from '../texts-public.js';

/** The platform in four numbers; nothing while nothing has been announced. */
export function Totals() {
  const t = useTexts(portalTexts);
  const totals = useQuery(totalsQuery);
  if (!totals.data || totals.data.rounds === 0) return null;
  const { projects, organisations, awardedFen, paidFen } = totals.data;
  return (
    <dl className="portal-totals">
      <div>
        <dt>{t('total_projects')}</dt>
        <dd className="figures">{projects}</dd>
      </div>
      <div>
        <dt>{t('total_organisations')}</dt>
        <dd className="figures">{organisations}</dd>
      </div>
      <div>
        <dt>{t('total_awarded')}</dt>
        <dd>
          <Money fen={awardedFen} />
        </dd>
      </div>
      <div>
        <dt>{t('total_paid')}</dt>
        <dd>
          <Money fen={paidFen} />
        </dd>
      </div>
    </dl>
  );
}
