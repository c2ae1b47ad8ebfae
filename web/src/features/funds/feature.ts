import { defineFeature } from '../../ui/index.js';

const READERS = ['finance_maker', 'finance_approver', 'auditor', 'officer'] as const;
const FINANCE = ['finance_maker', 'finance_approver'] as const;

export default defineFeature({
  desk: [
    { path: 'funds', title: ['资金账簿', 'Funds'], roles: READERS, page: () => import('./pages/rounds-page.js') },
    { path: 'payments', title: ['拨款', 'Payments'], roles: READERS, page: () => import('./pages/payments-page.js') },
    { path: 'payments/$id', title: ['拨款', 'Payment'], page: () => import('./pages/tranche-page.js') },
    { path: 'payments/$id/voucher', title: ['拨付审批单', 'Payment voucher'], page: () => import('./pages/voucher-page.js') },
    { path: 'funds/$callId', title: ['批次账簿', 'Books of the round'], roles: READERS, page: () => import('./pages/round-books-page.js') },
  ],
  nav: [
    { to: '/desk/payments', label: ['拨款', 'Payments'], icon: 'coins', roles: [...FINANCE, 'auditor'], order: 20 },
    { to: '/desk/funds', label: ['资金账簿', 'Funds'], icon: 'book', roles: [...FINANCE, 'auditor'], order: 30 },
    { to: '/desk/funds', label: ['资金账簿', 'Funds'], icon: 'book', roles: ['officer'], order: 60 },
  ],
  home: [{ order: 10, roles: FINANCE, section: () => import('./sections/finance-inbox.js') }],
  recordTabs: [
    { of: 'project', key: 'money', label: ['资金', 'Money'], order: 50, roles: ['applicant', ...READERS], content: () => import('./tabs/project-money.js') },
  ],
});
