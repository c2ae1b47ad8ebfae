import { defineFeature } from '../../ui/index.js';

export default defineFeature({
  public: [
    { path: 'register', title: ['注册', 'Register'], page: () => import('./pages/register-page.js') },
    { path: 'confirmation', title: ['确认邮箱', 'Confirm your address'], page: () => import('./pages/confirmation-page.js') },
    { path: 'invitation', title: ['接受邀请', 'Accept the invitation'], page: () => import('./pages/invitation-page.js') },
    { path: 'forgot-password', title: ['忘记密码', 'Forgotten password'], page: () => import('./pages/forgot-password-page.js') },
    { path: 'password-reset', title: ['重设密码', 'Choose a new password'], page: () => import('./pages/password-reset-page.js') },
  ],
});
