import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Problem, type SiteAskedView } from '../../../api/index.js';
import { Empty, ErrorNote, formatInstant, Icon, Instant, useSay, useTexts } from '../../../ui/index.js';
import { siteQuery } from './queries-sites.js';
import { SiteAnswer } from './site-answer.js';
import { SitePlan } from './site-plan.js';
import './sites.css';
import { siteTexts } from './texts-sites.js';

/** Whoever holds the link of a site reads what is planned there and says whether the site agrees; she needs no account. */
export default function SitePage() {
  const t = useTexts(siteTexts);
  const token = useTokenOfAddress();
  return (
    <article className="site-page">
      <h1>{t('page_title')}</h1>
      {token === '' ? <Empty why={t('no_link')} what={t('no_link_what')} /> : <Asked key={token} token={token} />}
    </article>
  );
}

/** The part of the address that no server sees. */
function useTokenOfAddress(): string {
  const [token, setToken] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const read = () => setToken(location.hash.slice(1));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return token;
}

function Asked({ token }: { readonly token: string }) {
  const t = useTexts(siteTexts);
  const say = useSay();
  const { data: view, error, refetch } = useQuery(siteQuery(token));
  if (error instanceof Problem && error.code === 'site_link_absent') return <Empty why={t('link_over')} what={t('no_link_what')} />;
  if (error && !view) return <ErrorNote error={error} kept="" onRetry={() => void refetch()} />;
  if (!view) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <>
      <p>{t('asked_line', { organisation: view.organisationName, site: view.site })}</p>
      <p className="site-project">{view.projectName}</p>
      <p className="quiet">
        {t('of_call')} {say(view.callTitle)}
        {view.state === 'asked' ? <span className="site-until">{t('until')} <Instant at={view.until} /></span> : null}
      </p>
      {view.state === 'asked' ? null : <Answered view={view} />}
      {view.state === 'lapsed' ? null : <SitePlan planned={view.planned} />}
      {view.state === 'asked' ? <SiteAnswer token={token} view={view} /> : null}
    </>
  );
}

function Answered({ view: { state, answerer, answeredAt } }: { readonly view: SiteAskedView }) {
  const t = useTexts(siteTexts);
  const agreed = state === 'confirmed';
  return (
    <div className={`site-done ${agreed ? 'tone-done' : 'tone-waiting'}`} role="status">
      <Icon name={agreed ? 'check' : 'alert'} />
      <div>
        <p className="strong">{t(`done_${state as 'confirmed'}`)}</p>
        <p>{state === 'lapsed' ? t('done_lapsed_what') : t('done_what', { answerer: answerer ?? '', at: answeredAt ? formatInstant(new Date(answeredAt), 'minute') : '' })}</p>
      </div>
    </div>
  );
}
