import { defineFeature } from '../../ui/index.js';

const READERS = ['officer', 'finance_maker', 'finance_approver', 'auditor', 'administrator'] as const;

export default defineFeature({
  public: [
    { path: 'notices', title: ['公示', 'Public notices'], page: () => import('./pages/notices-page.js') },
    { path: 'notices/$callId', title: ['拟立项公示', 'Notice of proposed awards'], page: () => import('./pages/notice-page.js') },
    { path: 'notices/$callId/objection', title: ['提出异议', 'Object'], page: () => import('./pages/object-page.js') },
    { path: 'objections', title: ['查询异议答复', 'Look up an objection'], page: () => import('./pages/objection-lookup-page.js') },
    { path: 'objections/$reference', title: ['异议答复', 'Answer to an objection'], page: () => import('./pages/objection-page.js') },
  ],
  desk: [
    { path: 'awards', title: ['立项与公示', 'Awards and notices'], roles: ['applicant', ...READERS], page: () => import('./pages/awards-page.js') },
    { path: 'calls/$id/awards', title: ['立项与公示', 'Awards and notices'], roles: READERS, page: () => import('./pages/round-page.js') },
    { path: 'calls/$id/objections', title: ['异议', 'Objections'], roles: READERS, page: () => import('./pages/to-objections-page.js') },
  ],
  nav: [
    { to: '/desk/awards', label: ['立项与公示', 'Awards'], icon: 'list', roles: ['auditor'], order: 45 },
    { to: '/desk/awards', label: ['立项通知', 'My awards'], icon: 'list', roles: ['applicant'], order: 28 },
  ],
  recordTabs: [{ of: 'call', key: 'awards', label: ['立项与公示', 'Awards'], order: 60, roles: READERS, content: () => import('./tabs/call-awards.js') }],
  front: [{ order: 20, section: () => import('./sections/running-notices.js') }],
  home: [
    { order: 2, roles: ['applicant'], section: () => import('./sections/awards-to-answer.js') },
    { order: 2, roles: ['officer'], section: () => import('./sections/objections-waiting.js') },
    { order: 9, roles: ['officer'], section: () => import('./sections/rounds-to-bring-on.js') },
  ],
});
