import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../../ui/index.js';
import { sitesQuery } from '../sites/queries-sites.js';
import { SiteRow } from '../sites/site-row.js';
import '../sites/sites.css';
import { siteTexts } from '../sites/texts-sites.js';

/** What the places where it is to be carried out have said over their links. */
export function SitesLine({ id }: { readonly id: string }) {
  const t = useTexts(siteTexts);
  const { data } = useQuery(sitesQuery(id));
  if (!data?.needed) return null;
  return (
    <section className="screening-part">
      <h2>{t('title')}</h2>
      {data.paper ? <p className="quiet">{t('none_staff')}</p> : null}
      {data.sites.length > 0 ? (
        <ul className="site-rows">
          {data.sites.map((site) => (
            <SiteRow key={site.id} site={site} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
