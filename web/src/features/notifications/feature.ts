import { api } from '../../api/index.js';
import { defineFeature } from '../../ui/index.js';

export default defineFeature({
  desk: [
    { path: 'inbox', title: ['收件箱', 'Inbox'], page: () => import('./pages/inbox-page.js') },
    { path: 'letters', title: ['站内信件', 'Kept letters'], roles: ['administrator'], page: () => import('./pages/letters-page.js') },
  ],
  judge: [{ path: 'inbox', title: ['收件箱', 'Inbox'], page: () => import('./pages/judge-inbox-page.js') }],
  judgeHome: [{ order: 90, roles: ['expert', 'roadshow_judge'], section: () => import('./sections/unread-line.js') }],
  nav: [{ to: '/desk/letters', label: ['信件', 'Letters'], icon: 'bell', roles: ['administrator'], order: 50 }],
  inbox: { to: '/desk/inbox', unread: async () => (await api.inboxList({ query: { limit: 1, show: 'unread' } })).unread },
});
