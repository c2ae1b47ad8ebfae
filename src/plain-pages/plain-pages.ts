import type { Language } from '#libs/errors';
import { html } from './markup.js';
import { call, calls, funded, notice, notices, questions, type PlainPage } from './pages.js';
import { verification } from './verification.js';
import type { Ask, CallEntry, FundedRound, Notice, WholeCall } from './views.js';

interface Route {
  readonly path: RegExp;
  readonly draw: (ask: Ask, language: Language, id: string, asked: URLSearchParams) => Promise<PlainPage | null>;
}

/** A page of one answer, or none where there is no answer. */
const from = <View>(path: (id: string) => string, page: (view: View, language: Language) => PlainPage): Route['draw'] =>
  async (ask, language, id) => {
    const view = await ask<View>(path(id));
    return view && page(view, language);
  };

const listed = from<{ items: CallEntry[] }>(() => '/api/public/calls', calls);

const ROUTES: readonly Route[] = [
  { path: /^\/$/, draw: listed },
  { path: /^\/calls\/?$/, draw: listed },
  { path: /^\/calls\/([\w-]+)$/, draw: from<WholeCall>((id) => `/api/public/calls/${id}`, call) },
  { path: /^\/calls\/([\w-]+)\/questions$/, draw: from<WholeCall>((id) => `/api/public/calls/${id}`, questions) },
  { path: /^\/notices\/?$/, draw: from<Notice[]>(() => '/api/public/notices', notices) },
  { path: /^\/notices\/([\w-]+)$/, draw: from<Notice[]>((id) => `/api/public/notices/${id}`, notice) },
  { path: /^\/verify\/?$/, draw: verification },
  { path: /^\/funded\/?$/, draw: from<{ items: FundedRound[] }>(() => '/api/public/programmes', funded) },
];

/**
 * What a public page says, for browsers without JavaScript, for readers of links and for search engines: the page of the application with
 * its own name in the title and its content between `<noscript>` tags. Other addresses get the page as it is.
 * @param shell the built `index.html` @param url path and query; `?lang=en` asks for English
 */
export async function plainPage(shell: string, url: string, ask: Ask): Promise<string> {
  const { pathname, searchParams } = new URL(url, 'http://local');
  const language: Language = searchParams.get('lang') === 'en' ? 'en' : 'zh';
  for (const { path, draw } of ROUTES) {
    const match = path.exec(pathname);
    if (!match) continue;
    const page = await draw(ask, language, match[1] ?? '', searchParams);
    return page ? filled(shell, page, pathname, language) : shell;
  }
  return shell;
}

const MENU = { zh: [['/', '征集'], ['/notices', '公示'], ['/funded', '资助了什么']], en: [['/', 'Calls'], ['/notices', 'Notices'], ['/funded', 'What was funded']] } as const;

function filled(shell: string, { title, body }: PlainPage, pathname: string, language: Language): string {
  const query = language === 'en' ? '?lang=en' : '';
  const other = language === 'en' ? html`<a href="${pathname}">中文</a>` : html`<a href="${pathname}?lang=en" lang="en">English</a>`;
  const content = html`<noscript><main class="plain-page" lang="${language === 'zh' ? 'zh-CN' : 'en'}"><nav>${MENU[language].map(([to, name]) => html`<a href="${to + query}">${name}</a> `)}${other}</nav>${body}</main></noscript>`;
  return shell.replace(/<title>[^<]*<\/title>/, () => html`<title>${title} · ${language === 'zh' ? '琼香' : 'Qiongxiang'}</title>`.text)
    .replace('<div id="root"></div>', () => `<div id="root"></div>${content.text}`);
}
