import { defineTexts } from '../../../ui/index.js';

/** Words on the screen in the hall. */
export const stageTexts = defineTexts('roadshow-stage', {
  waiting: ['路演即将开始', 'The roadshow begins soon'],
  waiting_what: ['请汇报人到签到处签到', 'Presenters, please sign in'],
  closed: ['本场路演结束', 'The roadshow is over'],
  closed_what: ['感谢各位评委与汇报人', 'Thanks to all judges and presenters'],
  wrong_address: ['没有这场路演', 'There is no such roadshow'],
  wrong_address_what: ['网址不完整或已失效，请从主持台重新打开大屏', 'The address is incomplete or no longer good; open the screen again from the host’s console'],
  connecting: ['正在连接', 'Connecting'],
  connecting_what: ['请稍候', 'One moment'],
  offline_what: ['恢复后自动显示', 'It shows by itself once the connection is back'],
  between: ['请下一个项目准备', 'Next project, please'],
  next: ['下一个', 'Next'],
  then: ['随后', 'Then'],
  time_up: ['时间到', 'Time is up'],
  count: ['第 {at} / {of} 个', '{at} of {of}'],
  last: ['最后一个项目', 'The last project'],
  offline: ['连接中断', 'Connection lost'],
  full: ['全屏', 'Full screen'],
});
