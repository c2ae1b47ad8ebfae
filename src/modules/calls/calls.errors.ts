import { absent, forbidden, invalid, refused, say, stale, type Problem } from '#libs/errors';

export const noSuchCall = () => absent('call_absent', say('没有找到该批次', 'There is no such call'));

export const noSuchOrganisation = () => invalid('organisation_unknown', say('没有找到其中的组织，没有邀请任何组织', 'One of these organisations does not exist; none was invited'));

export const noSuchProgramme = () => absent('programme_absent', say('没有找到该项目', 'There is no such programme'));

export const noSuchVersion = (version: number) => absent('rulebook_version_absent', say('没有第 {version} 版规则书', 'There is no version {version} of the rulebook'), { version });

export const callChanged = () =>
  stale('call_changed', say('内容已被他人修改，请刷新后重试；您填写的内容没有丢失', 'Somebody else changed this; reload and try again, what you typed is kept'));

export const rulebookInvalid = (problems: readonly Problem[]) =>
  invalid('rulebook_unsound', say('规则书有 {count} 处错误，内容未保存', 'The rulebook has {count} errors; nothing was saved'), { count: problems.length, problems });

export const noSuchExtension = () => absent('extension_absent', say('没有找到该延长提议', 'There is no such extension'));

export const noSuchQuestion = () => absent('question_absent', say('没有找到该提问', 'There is no such question'));

export const emailNeeded = () => invalid('email_needed', say('请填写邮箱，答复会发到这个地址', 'Please give an e-mail address; the answer is sent there'));

export const invitationEnded = () => refused('invitation_ended', say('主办方已取消对该组织的邀请，邀请码对它不再有效；如需参加，请联系主办方重新邀请', 'The organiser has taken the invitation of this organisation back, and the access code no longer serves it; ask the organiser to invite it again'));
export const codeWrong = () => refused('code_wrong', say('邀请码不正确，请核对后重新输入', 'That is not the access code; check it and enter it again'));

export const notYourOrganisation = () => forbidden('not_your_organisation', say('您不是该组织的成员', 'You are not a member of this organisation'));
