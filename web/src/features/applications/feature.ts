import { defineFeature } from '../../ui/index.js';
import { findApplications } from './find-applications.js';
import { findOwn } from './find-own.js';

/** Who reads the applications of a place. */
const STAFF = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'auditor'] as const;

export default defineFeature({
  public: [{ path: 'site-confirmation', title: ['落地点确认', 'Confirmation by the site'], page: () => import('./sites/site-page.js') }],
  desk: [
    { path: 'applications', title: ['申报', 'Applications'], roles: STAFF, page: () => import('./pages/applications-table-page.js') },
    { path: 'applications/effort', title: ['申报负担', 'What applying costs'], roles: STAFF, page: () => import('./pages/effort-page.js') },
    { path: 'applications/$id', title: ['申报', 'Application'], roles: STAFF, page: () => import('./pages/screening-page.js') },
    { path: 'my-applications', title: ['我的申报', 'My applications'], page: () => import('./pages/my-applications-page.js') },
    { path: 'my-applications/start', title: ['开始申报', 'Begin an application'], page: () => import('./pages/start-application-page.js') },
    { path: 'my-applications/$id', title: ['申报', 'Application'], page: () => import('./pages/my-application-page.js') },
    { path: 'my-applications/$id/form', title: ['填写申报书', 'The form'], page: () => import('./pages/application-form-page.js') },
    { path: 'my-applications/$id/offline', title: ['离线填写', 'Fill it in offline'], page: () => import('./pages/offline-page.js') },
    { path: 'my-applications/$id/preview', title: ['预览并提交', 'Preview and submit'], page: () => import('./pages/preview-page.js') },
    { path: 'my-applications/$id/receipts/$ordinal', title: ['申报回执', 'Receipt'], page: () => import('./pages/receipt-page.js') },
  ],
  nav: [
    { to: '/desk/applications', label: ['申报', 'Applications'], icon: 'table', roles: STAFF, order: 12 },
    { to: '/desk/my-applications', label: ['我的申报', 'My applications'], icon: 'form', roles: ['applicant'], order: 10 },
  ],
  recordTabs: [{ of: 'project', key: 'signing', label: ['签约前复核', 'Rules before signing'], order: 8, roles: STAFF, content: () => import('./tabs/project-signing.js') }],
  home: [
    { roles: [], order: 10, section: () => import('./sections/my-work.js') },
    { roles: ['officer', 'screener'], order: 15, section: () => import('./sections/screening-waits.js') },
  ],
  search: async (words) => (await Promise.all([findApplications(words), findOwn(words)])).flat(),
});
