import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type SiteLinkView, type SitesView, type SiteView } from '../../../api/index.js';
import { ActDialog, ActionButton, ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { myApplicationQuery } from '../queries-own.js';
import { AskSite } from './ask-site.js';
import { sitesQuery } from './queries-sites.js';
import { SiteLink, type MadeLink } from './site-link.js';
import { SiteRow } from './site-row.js';
import './sites.css';
import { siteTexts } from './texts-sites.js';

/** Where the rules ask for the word of a site: who was asked and what was said; whoever writes the draft asks. */
export function SitesPart({ id }: { readonly id: string }) {
  const t = useTexts(siteTexts);
  const sites = useQuery(sitesQuery(id));
  if (sites.isError && !sites.data) return <ErrorNote error={sites.error} onRetry={() => void sites.refetch()} />;
  if (!sites.data || (!sites.data.needed && sites.data.sites.length === 0)) return null;
  return (
    <section className="state-part" aria-labelledby="sites-title">
      <h2 id="sites-title">{t('title')}</h2>
      <Sites id={id} view={sites.data} />
    </section>
  );
}

function Sites({ id, view }: { readonly id: string; readonly view: SitesView }) {
  const t = useTexts(siteTexts);
  const say = useSay();
  const [made, setMade] = useState<MadeLink | null>(null);
  const [asking, setAsking] = useState(false);
  return (
    <>
      {view.mayAsk ? <p className="quiet">{t('lead')}</p> : null}
      {view.paper ? <p>{t('paper')}</p> : null}
      {view.sites.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <ul className="site-rows">
          {view.sites.map((site) => (
            <SiteRow key={site.id} site={site}>
              {view.mayAsk ? <SiteActs id={id} site={site} onMade={setMade} /> : null}
            </SiteRow>
          ))}
        </ul>
      )}
      {made ? <SiteLink made={made} onClose={() => setMade(null)} /> : null}
      {asking ? <AskSite id={id} onDone={(link) => { setMade(link); setAsking(false); }} onCancel={() => setAsking(false)} /> : null}
      {asking || (!view.mayAsk && view.refusal === null) ? null : (
        <p className="no-print">
          <ActionButton kind="secondary" refusal={view.refusal ? say(view.refusal) : null} onAct={() => setAsking(true)}>
            {t('ask')}
          </ActionButton>
        </p>
      )}
    </>
  );
}

function SiteActs({ id, site, onMade }: { readonly id: string; readonly site: SiteView; readonly onMade: (made: MadeLink | null) => void }) {
  const t = useTexts(siteTexts);
  const refresh = [myApplicationQuery(id).queryKey];
  const { name, email } = site;
  const path = { id, siteId: site.id };
  const anew = useCommand<void, SiteLinkView>({ run: () => api.sitesAnew({ path }), refresh, onDone: ({ token }) => onMade({ name, email, token }) });
  const withdraw = useCommand<void>({ run: (_, key) => api.sitesWithdraw({ path, headers: { 'Idempotency-Key': key } }), refresh, onDone: () => onMade(null) });
  return (
    <div className="site-acts no-print">
      <ActDialog label={t('anew')} kind="secondary" onAct={() => anew.mutateAsync()}>
        <p>{t('anew_what', { name })}</p>
      </ActDialog>
      <ActDialog label={t('withdraw')} kind="danger" onAct={() => withdraw.mutateAsync()}>
        <p>{t('withdraw_what', { name })}</p>
      </ActDialog>
    </div>
  );
}
