import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, type AnyRoute } from '@tanstack/react-router';
import type { FunctionComponent } from 'react';
import type { Lazy, Page, RolePage } from '../ui/feature.js';
import { gather } from './features.js';
import { FrontPage } from './front-page.js';
import { requireSession } from './guard.js';
import { JudgeHome } from './judge-home.js';
import { JudgeLayout } from './judge-layout.js';
import { PublicLayout } from './public-layout.js';
import { RoleGate } from './role-gate.js';
import { Opening } from './sections.js';
import { SignInPage } from './sign-in-page.js';
import { Crash, Missing, WholePageCrash } from './stray.js';
import { Titled } from './titled.js';

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing, errorComponent: WholePageCrash });

const publicLayout = createRoute({ getParentRoute: () => root, id: 'public', component: PublicLayout });
const judgeLayout = createRoute({ getParentRoute: () => root, path: '/judge', component: JudgeLayout, beforeLoad: requireSession, errorComponent: WholePageCrash });
const deskLayout = createRoute({ getParentRoute: () => root, path: '/desk', component: lazyRouteComponent(() => import('./desk/desk-layout.js')), beforeLoad: requireSession, errorComponent: WholePageCrash });

const HOME: Page['title'] = ['首页', 'Home'];
const NOWHERE: Page['title'] = ['没有这个页面', 'No such page'];

const publicPages = [
  pageAt(publicLayout, '/', ['琼香 · 公益创投', 'Qiongxiang'], FrontPage),
  pageAt(publicLayout, '/sign-in', ['登录', 'Sign in'], SignInPage),
  ...gather('public').map((page) => pageAt(publicLayout, page.path, page.title, fetched(page.page))),
  pageAt(publicLayout, '$', NOWHERE, Missing),
];
const judgePages = [
  pageAt(judgeLayout, '/', HOME, JudgeHome),
  ...gather('judge').map((page) => rolePage(judgeLayout, page)),
  pageAt(judgeLayout, '$', NOWHERE, Missing),
];
const deskPages = [
  pageAt(deskLayout, '/', HOME, fetched(() => import('./desk/desk-home.js'))),
  pageAt(deskLayout, 'search', ['搜索', 'Search'], fetched(() => import('./desk/search-page.js'))),
  ...gather('desk').map((page) => rolePage(deskLayout, page)),
  pageAt(deskLayout, '$', NOWHERE, Missing),
];

/** Each component with real content, for those who build and look; left out of what is shipped. */
const galleryPages = import.meta.env.DEV
  ? [createRoute({ getParentRoute: () => root, path: '/ui-gallery', component: lazyRouteComponent(() => import('./gallery/gallery-page.js')) })]
  : [];

const tree = root.addChildren([publicLayout.addChildren(publicPages), judgeLayout.addChildren(judgePages), deskLayout.addChildren(deskPages), ...galleryPages]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: Opening,
  defaultErrorComponent: Crash,
  defaultNotFoundComponent: Missing,
  scrollRestoration: true,
  // Plain text values: an address that can be read aloud and typed again.
  parseSearch: (written) => Object.fromEntries(new URLSearchParams(written)),
  stringifySearch: (search) => {
    const written = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== undefined && value !== '') as [string, string][]).toString();
    return written ? `?${written}` : '';
  },
});

/** A component of which the router may fetch the code before it is drawn. */
type Preloadable = FunctionComponent & { preload?: (() => Promise<void> | undefined) | undefined };

function fetched(page: Lazy): Preloadable {
  return lazyRouteComponent(page as () => Promise<{ default: FunctionComponent }>) as Preloadable;
}

function pageAt(parent: AnyRoute, path: string, title: Page['title'], page: Preloadable): AnyRoute {
  const component: Preloadable = () => <Titled title={title} page={page} />;
  component.preload = page.preload;
  return createRoute({ getParentRoute: () => parent, path, component });
}

function rolePage(parent: AnyRoute, { path, title, page, roles = [] }: RolePage): AnyRoute {
  const inner = fetched(page);
  const gated: Preloadable = () => <RoleGate roles={roles} page={inner} />;
  gated.preload = inner.preload;
  return pageAt(parent, path, title, gated);
}
