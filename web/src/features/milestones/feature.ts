import { defineFeature } from '../../ui/index.js';

const STAFF = ['officer', 'evaluator', 'finance_maker', 'finance_approver', 'auditor'] as const;
const EVERYBODY = ['applicant', ...STAFF] as const;

export default defineFeature({
  desk: [
    { path: 'milestones', title: ['报告', 'Reports'], roles: EVERYBODY, page: () => import('./pages/milestones-page.js') },
    { path: 'milestones/$id', title: ['报告', 'Report'], roles: EVERYBODY, page: () => import('./pages/report-page.js') },
    { path: 'projects/$id/evaluations/$key', title: ['项目评估', 'Evaluation'], roles: ['evaluator'], page: () => import('./pages/evaluation-page.js') },
  ],
  nav: [
    { to: '/desk/milestones', label: ['报告', 'Reports'], icon: 'form', roles: ['evaluator'], order: 40 },
    { to: '/desk/milestones', label: ['报告', 'Reports'], icon: 'form', roles: ['officer'], order: 55 },
    { to: '/desk/milestones', label: ['报告', 'Reports'], icon: 'form', roles: ['applicant'], order: 35 },
  ],
  home: [
    { order: 6, roles: ['applicant'], section: () => import('./sections/due-reports.js') },
    { order: 4, roles: ['evaluator'], section: () => import('./sections/to-evaluate.js') },
    { order: 6, roles: ['officer', 'evaluator'], section: () => import('./sections/reports-to-judge.js') },
    { order: 8, roles: ['officer'], section: () => import('./sections/late-reports.js') },
    { order: 5, roles: ['applicant', 'officer', 'evaluator'], section: () => import('./sections/rectifications.js') },
    { order: 5, roles: ['officer', 'evaluator'], section: () => import('./sections/reopenings.js') },
  ],
  recordTabs: [
    { of: 'project', key: 'milestones', label: ['计划与报告', 'Plan and reports'], order: 20, roles: EVERYBODY, content: () => import('./tabs/milestones-tab.js') },
    { of: 'project', key: 'evaluations', label: ['评估', 'Evaluations'], order: 30, roles: EVERYBODY, content: () => import('./tabs/evaluations-tab.js') },
  ],
});
