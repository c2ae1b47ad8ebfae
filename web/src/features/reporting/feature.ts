import { defineFeature } from '../../ui/feature.js';

const READERS = ['officer', 'finance_maker', 'finance_approver', 'evaluator', 'auditor', 'administrator'] as const;
const REPORTERS = ['officer', 'finance_maker', 'finance_approver', 'auditor'] as const;

export default defineFeature({
  public: [
    { path: 'funded', title: ['资助了什么', 'What was funded'], page: () => import('./pages/funded-page.js') },
    { path: 'verify', title: ['核验文件', 'Verify a document'], page: () => import('./pages/verify-page.js') },
  ],
  front: [
    { order: 30, section: () => import('./sections/funded-front.js') },
    { order: 40, section: () => import('./sections/verify-front.js') },
  ],
  desk: [
    { path: 'statistics', title: ['统计', 'Statistics'], roles: READERS, page: () => import('./pages/rounds-page.js') },
    { path: 'calls/$id/statistics', title: ['批次统计', 'Figures of the round'], roles: READERS, page: () => import('./pages/round-page.js') },
    { path: 'calls/$id/reports', title: ['批次报告', 'Reports of the round'], roles: REPORTERS, page: () => import('./pages/round-reports-page.js') },
  ],
  nav: [{ to: '/desk/statistics', label: ['统计', 'Statistics'], icon: 'table', roles: READERS, order: 70 }],
  home: [
    { order: 18, roles: ['officer', 'finance_maker', 'finance_approver', 'evaluator'], section: () => import('./sections/files-to-release.js') },
    { order: 20, roles: ['evaluator', 'auditor'], section: () => import('./sections/rounds-home.js') },
  ],
  recordTabs: [
    { of: 'call', key: 'statistics', label: ['统计', 'Figures'], order: 80, roles: READERS, content: () => import('./tabs/round-figures.js') },
    { of: 'call', key: 'reports', label: ['报告', 'Reports'], order: 90, roles: REPORTERS, content: () => import('./tabs/round-reports.js') },
  ],
});
