import { absent, invalid, refused, say, stale, type Problem, type Sentence } from '#libs/errors';

export const noSuchSheet = () => absent('sheet_absent', say('没有找到该评分表', 'There is no such score sheet'));
export const noSuchReceipt = () => absent('receipt_unknown', say('审计日志中没有这张回执所写的提交记录：文件可能被改动过，或不是本平台签发的', 'The audit trail holds no such submission: the file may have been altered, or was not issued here'));
export const noSuchSlot = () => absent('slot_absent', say('链接无效、已过期或已撤销；请向发给您链接的人索取新的链接', 'The link is not valid, has ended or was revoked; please ask whoever gave it to you for another'));
/** @param unasked no code has been given yet. @param wrong one was typed */
export const slotCodeDue = (unasked: boolean, wrong: boolean) => refused(unasked ? 'slot_code_unasked' : wrong ? 'slot_code_wrong' : 'slot_code_due', unasked
  ? say('评审码尚未发放，请联系主办单位的另一位工作人员索取', 'No code has been given for this link yet; please ask the second member of staff for it')
  : wrong ? say('评审码不对，请核对后再输入', 'The code is not right; please compare and type it again') : say('请输入评审码', 'Please type the code of your review'));
export const slotStepsAside = () => refused('slot_aside', say('已声明利益冲突，这份评审就此结束', 'A conflict of interest was declared; this review has ended'));
export const noRanking = () => absent('ranking_absent', say('排名尚未封存或公布', 'The ranking has not been sealed or published'));
export const feedbackChanged = () => stale('feedback_changed', say('反馈已在别处修改或已发送，请刷新', 'The feedback was changed elsewhere or has been sent; please reload'));
export const noSuchReopening = () => absent('reopening_absent', say('没有找到该开启申请', 'There is no such request'));
export const notSealedYet = () => refused('not_sealed_yet', say('环节封存后才能查看分数', 'Scores can be read once the stage is sealed'));
export const noSuchSeat = () => absent('seat_absent', say('没有找到该评委席位', 'There is no such seat'));
export const noSuchStage = () => absent('score_stage_absent', say('规则书没有这个评分环节', 'The rulebook has no such stage of scoring'));
export const stageClosed = () => refused('stage_not_open', say('该评分环节未开始或已封存', 'This stage of scoring has not begun or is sealed'));
export const notLive = () => refused('not_live', say('该项目尚未开放评分或评分时间已过', 'Scoring of this project is not open'));
export const undeclared = () => refused('declaration_first', say('请先声明是否有利益冲突', 'Please declare first whether you have a conflict of interest'));
export const conflicted = () => refused('conflict_of_interest', say('存在利益冲突，不能评分', 'There is a conflict of interest; this cannot be scored'));
export const alreadySubmitted = () => refused('sheet_submitted', say('评分已提交，修改须由工作人员开启', 'It was submitted; staff must reopen it before it can change'));
export const sheetChanged = () => stale('sheet_changed', say('评分表已在别处修改，请刷新；您填写的内容没有丢失', 'It was changed elsewhere; reload, what you entered is kept'));
export const sheetFaulty = (problems: readonly Problem[]) => invalid('sheet_faulty', say('评分表有 {count} 处需要更正', '{count} entries of the sheet need correcting'), { count: problems.length, problems });
export const notRankable = (gaps: readonly { code: string; sentence: Sentence; facts: object }[]) =>
  refused('not_rankable', say('还有 {count} 处缺漏，不能封存排名', 'There are {count} gaps; the ranking cannot be sealed'), { count: gaps.length, problems: gaps });
