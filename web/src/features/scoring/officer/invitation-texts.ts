import { defineTexts } from '../../../ui/index.js';

/** Words of inviting experts. */
export const invitationTexts = defineTexts('scoring-invitations', {
  invitations: ['邀请', 'Invitations'],
  s_invited: ['等答复', 'asked'],
  s_accepted: ['已接受', 'accepted'],
  s_declined: ['已婉拒', 'declined'],
  s_withdrawn: ['已收回', 'taken back'],
  reply_by: ['答复期限', 'answer due'],
  reminded: ['已提醒', 'reminded'],
  choose: ['选择要邀请的专家', 'Choose whom to ask'],
  days: ['几天内答复', 'Days to answer'],
  invite: ['邀请所选 {count} 位', 'Invite the {count} chosen', 'Invite the one chosen'],
  invited: ['已邀请，对方登录即可看到，接受后自动进入评委组。邀请信超过五封时，须另一位工作人员在“群发确认”中核对后寄出。', 'They are asked, see it when they sign in, and are seated once they accept. More than five letters wait under “Mailings” until another member of staff has checked them.'],
  pick: ['邀请 {name}', 'Invite {name}'],
  asked: ['已邀请', 'asked'],
  from: ['工作单位与专长', 'Employer and expertise'],
  profile: ['资料与关系', 'Profile and ties'],
  duties: ['履职', 'Duties'],
  performance: ['履职分 {score}', 'performance {score}'],
  no_profile: ['未填资料', 'no profile yet'],
  barred: ['职业不得评审', 'barred by occupation'],
});
