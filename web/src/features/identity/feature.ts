import { defineFeature } from '../../ui/index.js';

const ADMINISTRATOR = ['administrator'] as const;

export default defineFeature({
  public: [
    { path: 'register', title: ['注册', 'Register'], page: () => import('./pages/register-page.js') },
    { path: 'confirmation', title: ['确认邮箱', 'Confirm your address'], page: () => import('./pages/confirmation-page.js') },
    { path: 'invitation', title: ['接受邀请', 'Accept the invitation'], page: () => import('./pages/invitation-page.js') },
    { path: 'forgot-password', title: ['忘记密码', 'Forgotten password'], page: () => import('./pages/forgot-password-page.js') },
    { path: 'password-reset', title: ['重设密码', 'Choose a new password'], page: () => import('./pages/password-reset-page.js') },
  ],
  desk: [
    { path: 'account', title: ['我的账号', 'My account'], page: () => import('./pages/account-page.js') },
    { path: 'accounts', title: ['账号与角色', 'Accounts and roles'], roles: ADMINISTRATOR, page: () => import('./pages/accounts-page.js') },
    { path: 'accounts/$id', title: ['账号', 'Account'], roles: ADMINISTRATOR, page: () => import('./pages/one-account-page.js') },
    { path: 'organisers', title: ['组织机构', 'Organisers'], roles: ADMINISTRATOR, page: () => import('./pages/organisers-page.js') },
    { path: 'holidays', title: ['节假日安排', 'Holiday notices'], roles: ['administrator', 'officer', 'auditor'], page: () => import('./pages/holidays-page.js') },
  ],
  nav: [
    { to: '/desk/accounts', label: ['账号与角色', 'Accounts'], icon: 'people', roles: ADMINISTRATOR, order: 10 },
    { to: '/desk/organisers', label: ['组织机构', 'Organisers'], icon: 'list', roles: ADMINISTRATOR, order: 20 },
    { to: '/desk/holidays', label: ['节假日', 'Holidays'], icon: 'calendar', roles: ADMINISTRATOR, order: 30 },
  ],
});
