import { api } from '../../api/index.js';
import { defineFeature, type RolePage } from '../../ui/feature.js';

const CONFIRMERS: RolePage['roles'] = ['officer', 'administrator'];

export default defineFeature({
  desk: [
    { path: 'inbox', title: ['收件箱', 'Inbox'], page: () => import('./pages/inbox-page.js') },
    { path: 'mailings', title: ['群发确认', 'Mailings'], roles: CONFIRMERS, page: () => import('./pages/mailings-page.js') },
    { path: 'mailings/$id', title: ['群发确认', 'Mailing'], roles: CONFIRMERS, page: () => import('./pages/mailing-page.js') },
    { path: 'letters', title: ['站内信件', 'Kept letters'], roles: ['administrator'], page: () => import('./pages/letters-page.js') },
  ],
  judge: [{ path: 'inbox', title: ['收件箱', 'Inbox'], page: () => import('./pages/judge-inbox-page.js') }],
  judgeHome: [{ order: 90, roles: ['expert', 'roadshow_judge'], section: () => import('./sections/unread-line.js') }],
  home: [{ order: 8, roles: CONFIRMERS, section: () => import('./sections/mailings-wait.js') }],
  nav: [{ to: '/desk/letters', label: ['信件', 'Letters'], icon: 'bell', roles: ['administrator'], order: 50 }],
  inbox: { to: '/desk/inbox', unread: async () => (await api.inboxList({ query: { limit: 1, show: 'unread' } })).unread },
});
