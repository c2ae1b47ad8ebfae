import { defineFeature } from '../../ui/index.js';

const READERS = ['applicant', 'officer', 'finance_maker', 'finance_approver', 'evaluator', 'auditor'] as const;

export default defineFeature({
  home: [{ order: 4, roles: ['applicant', 'officer'], section: () => import('./sections/contract-tasks.js') }],
  recordTabs: [{ of: 'project', key: 'contract', label: ['协议', 'Contract'], order: 10, roles: READERS, content: () => import('./tabs/contract-tab.js') }],
});
