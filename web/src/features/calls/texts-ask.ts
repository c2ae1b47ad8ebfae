import { defineTexts } from '../../ui/index.js';

export const askTexts = defineTexts('calls-ask', {
  title: ['公开答疑', 'Questions and answers'],
  lead: ['每个问题只答复一次，所有人看到的都一样；不显示提问人。', 'Each question is answered once, and everybody reads the same. Who asked is not shown.'],
  none: ['还没有答疑。', 'No question has been answered yet.'],
  answered: ['答复于', 'answered'],
  ask: ['提问', 'Ask a question'],
  until: ['提问截止', 'Questions are taken until'],
  question: ['您的问题', 'Your question'],
  question_hint: ['问题会公布，请不要写姓名、电话或机构的内部情况。', 'The question is published: leave out names, telephone numbers and internal matters.'],
  question_short: ['请写明问题，至少 5 个字。', 'Please write the question in at least five characters.'],
  email: ['您的邮箱', 'Your e-mail address'],
  email_hint: ['答复会发到这里，不公布。', 'The answer is sent here; the address is not published.'],
  email_needed: ['请填写邮箱，答复会发到这个地址。', 'Please give an e-mail address; the answer is sent there.'],
  send: ['提交问题', 'Send the question'],
  sent_inbox: ['已收到您的问题。答复后会通知您，并列在这里。', 'Your question has arrived. You will be told of the answer, and it will stand here.'],
  sent_mail: ['已收到您的问题。答复会发到您的邮箱，并列在这里。', 'Your question has arrived. The answer is sent to your address and will stand here.'],
});
