import { defineTexts } from '../../ui/index.js';

export const alertTexts = defineTexts('calls-alerts', {
  title: ['征集提醒', 'Alerts'],
  visitor: ['登录后可以保存上面的筛选条件；有符合条件的征集开放申报时，会发邮件告诉您。', 'Sign in to keep the search above; you will get an e-mail when a call that matches it opens.'],
  sign_in: ['登录后设置提醒', 'Sign in to set an alert'],
  register: ['注册账号', 'Register'],
  what: ['有符合条件的征集开放申报时，会发站内通知，并发邮件到您的登录邮箱。随时可以取消。', 'When a call that matches opens, a message comes to your inbox and to the e-mail address of your account. You can end it at any time.'],
  search: ['现在的条件：{search}', 'The search now: {search}'],
  keep: ['有新的征集时提醒我', 'Tell me when one opens'],
  kept: ['已设置这条提醒', 'This alert is set'],
  any: ['任何征集', 'any call'],
  quoted: ['含“{words}”', 'with "{words}"'],
  end: ['取消提醒', 'End the alert'],
});
