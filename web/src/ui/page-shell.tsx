import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { serverNow } from '../api/server-clock.js';
import { useSession } from '../api/session.js';
import { ActionButton, type ActionButtonProps } from './action-button.js';
import { Countdown } from './countdown.js';
import { Icon } from './icon.js';
import { formatInstant } from './instant-format.js';
import { Instant } from './instant.js';
import { useTexts } from './language/texts.js';
import { StatusMark } from './status-mark.js';
import { uiTexts } from './texts.js';
import { Timeline, type TimelineEntry } from './timeline.js';
import type { Tone } from './tone.js';
import { useUrlState } from './url-state.js';

export interface PageStatus {
  readonly word: string;
  readonly tone: Tone;
  /** What happens now. */
  readonly now?: string;
  /** By when: an ISO instant, or a sentence where there is none. */
  readonly by?: string | Date;
  /** Who has it in hand. */
  readonly who?: string;
}

export interface PageTab {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

export interface PageShellProps {
  readonly title: string;
  /** Reference number and whatever else identifies the record in one short line. */
  readonly reference?: string;
  readonly back?: { readonly to: string; readonly label: string; readonly search?: Readonly<Record<string, string>> };
  readonly status?: PageStatus;
  /** The one primary action; with `refusal` it shows why it is not possible yet. */
  readonly action?: Omit<ActionButtonProps, 'children'> & { readonly label: string };
  /** Shown by `?tab=`; the first without it. */
  readonly tabs?: readonly PageTab[];
  readonly timeline?: readonly TimelineEntry[];
  readonly children?: ReactNode;
}

/** The anatomy that every object page has. */
export function PageShell(props: PageShellProps) {
  const t = useTexts(uiTexts);
  const [url] = useUrlState();
  const session = useSession();
  const current = props.tabs?.find((tab) => tab.key === url.tab) ?? props.tabs?.[0];
  return (
    <article className="page">
      <div className="print-head">
        <span>{[props.title, props.reference].filter(Boolean).join(' · ')}</span>
        <span>{[t('printed', { when: formatInstant(new Date(serverNow())) }), session?.account.name].filter(Boolean).join(' · ')}</span>
      </div>
      <PageHead {...props} />
      {props.status ? <StatusStrip status={props.status} /> : null}
      {props.tabs && current ? <TabLinks tabs={props.tabs} current={current.key} /> : null}
      <div className={`page-body ${props.timeline ? 'railed' : ''}`}>
        <div>
          {props.children}
          {current?.content}
        </div>
        {props.timeline ? (
          <aside className="rail" aria-label={t('timeline')}>
            <h2>{t('timeline')}</h2>
            <Timeline entries={props.timeline} />
          </aside>
        ) : null}
      </div>
    </article>
  );
}

function PageHead({ title, reference, back, action }: PageShellProps) {
  return (
    <header className="page-head">
      <div className="naming">
        {back ? (
          <p className="crumbs no-print">
            <Link to={back.to} search={(back.search ?? {}) as never}>
              <Icon name="back" />
              {back.label}
            </Link>
          </p>
        ) : null}
        <h1>{title}</h1>
        {reference ? <p className="reference">{reference}</p> : null}
      </div>
      {action ? <ActionButton {...action}>{action.label}</ActionButton> : null}
    </header>
  );
}

function StatusStrip({ status }: { readonly status: PageStatus }) {
  const t = useTexts(uiTexts);
  const isInstant = status.by instanceof Date || /^\d{4}-\d\d-\d\dT/.test(status.by ?? '');
  return (
    <div className={`status-strip tone-${status.tone}`}>
      <StatusMark word={status.word} tone={status.tone} />
      <dl>
        {status.now ? <Fact name={t('now')}>{status.now}</Fact> : null}
        {status.by ? <Fact name={t('by_when')}>{isInstant ? <Due at={status.by} /> : String(status.by)}</Fact> : null}
        {status.who ? <Fact name={t('who')}>{status.who}</Fact> : null}
      </dl>
    </div>
  );
}

/** The instant, and the time left while there is some: whoever opens a page need not reckon. */
function Due({ at }: { readonly at: string | Date }) {
  const ahead = new Date(at).getTime() > serverNow();
  return (
    <span className="due">
      <Instant at={at} />
      {ahead ? <Countdown until={at} /> : null}
    </span>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TabLinks({ tabs, current }: { readonly tabs: readonly PageTab[]; readonly current: string }) {
  const t = useTexts(uiTexts);
  const line = useRef<HTMLElement>(null);
  // On a phone the line scrolls: the tab that is read must not lie beyond its edge.
  useEffect(() => {
    const [bar, here] = [line.current, line.current?.querySelector<HTMLElement>('[aria-current]')];
    if (bar && here) bar.scrollLeft = here.offsetLeft - bar.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
  }, [current]);
  return (
    <nav className="tabs" aria-label={t('tabs')} ref={line}>
      {tabs.map((tab) => (
        <Link key={tab.key} to="." search={((before: Record<string, string>) => ({ ...before, tab: tab.key })) as never} resetScroll={false} activeOptions={{ exact: true, includeSearch: true }} {...(tab.key === current ? { 'aria-current': 'page' } : {})}>
          {tab.label}
          {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
