import { absent, forbidden, refused, say, stale } from '#libs/errors';

export const noSuchMilestone = () => absent('milestone_absent', say('没有找到该报告', 'There is no such report'));
export const milestoneChanged = () => stale('milestone_changed', say('内容已在别处修改，请刷新；您填写的内容没有丢失', 'It was changed elsewhere; reload, what you wrote is kept'));
export const notEditable = () => refused('milestone_not_editable', say('报告已提交，不能修改', 'It has been handed in and cannot be edited'));
export const notYours = () => forbidden('not_the_acceptor', say('按规则该报告不由您验收', 'By the rules it is not for you to accept this report'));
export const notLate = () => refused('report_not_late', say('报告没有逾期；到期前系统会自动提醒', 'The report is not late; before its day the grantee is reminded without your doing'));
export const remindedToday = () => refused('reminded_today', say('今天已经催交过，明天可以再次催交', 'The grantee was reminded today; you can do it again tomorrow'));
export const noSuchEvaluation = () => absent('evaluation_absent', say('没有找到该项评估', 'There is no such evaluation'));
export const evaluated = () => refused('evaluation_recorded', say('该项评估已经记录', 'This evaluation has been recorded already'));
export const reportFirst = () => refused('report_first', say('相应报告尚未验收', 'The report that belongs to it has not been accepted'));
export const projectStands = () => refused('project_not_running', say('项目当前状态不能评估', 'The project cannot be evaluated in its present state'));
