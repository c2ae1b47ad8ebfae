import { absent, invalid, refused, say, stale } from '#libs/errors';
import { fen, formatFen } from '#libs/money';

export const noSuchRound = () => absent('call_absent', say('没有找到该批次', 'There is no such call'));
export const noSuchAward = () => absent('award_absent', say('没有找到该立项', 'There is no such award'));
export const noSuchNotice = () => absent('notice_absent', say('没有找到该公示', 'There is no such notice'));
export const noSuchObjection = () => absent('objection_absent', say('没有找到该异议', 'There is no such objection'));
export const notRanked = () => refused('ranking_missing', say('最终排名尚未封存，不能分配', 'The final ranking is not sealed yet; nothing can be allocated'));
export const rankingInDoubt = (count: number) => refused('ranking_in_doubt', say(
  '封存后报告的利益冲突还有 {count} 项等待另一位工作人员决定，排名可能更正。请先在“评审”页的“封存后更正”办结，再确定立项',
  '{count} conflicts told after the sealing wait for a second person, and the ranking may yet be corrected. Settle them under corrections in scoring first, then decide the awards',
), { count });
export const allocationChanged = () => stale('allocation_changed', say(
  '您看到试算之后，排名或评审委员会的决定有了变化，立项结果没有确定。请按新的试算核对后再确定',
  'The ranking or what the committee settled has changed since the dry run that you saw; nothing was decided. Look at the new one and decide then',
));
export const alreadyDecided = () => refused('awards_decided', say('结果已经确定，不能再改', 'The result is decided and cannot be changed'));
export const tiesOpen = (ties: readonly (readonly string[])[]) =>
  refused('ties_open', say('有 {count} 组并列跨越入围线，须由评审委员会决定先后', '{count} ties fall across the line; the committee must settle their order'), { count: ties.length, ties });
export const amountsMissing = (ids: readonly string[]) =>
  refused('amounts_missing', say('有 {count} 项尚未核定资助金额', 'The committee has yet to fix the amounts of {count} projects'), { count: ids.length, applicationIds: ids });
export const amountNotOpen = () => refused('amount_not_open', say('规则书不允许核定其他金额', 'The rulebook does not let the committee fix an amount'));
export const amountOutside = (minFen: number, maxFen: number) =>
  invalid('amount_outside', say('核定金额须在 {min} 至 {max} 之间', 'The amount must lie between {min} and {max}'), { min: formatFen(fen(minFen)), max: formatFen(fen(maxFen)) });
export const notATie = () => invalid('not_a_tie', say('所列申报并非同一组并列', 'These applications are not one group of equals'));
export const nothingToAnnounce = () => refused('nothing_to_announce', say('没有待公示的立项', 'There is no award to put on notice'));
export const nothingToConfirm = () => refused('nothing_to_confirm', say('没有公示中的立项', 'No award is on public notice'));
export const callStopped = () => refused('call_stopped', say('该批次已暂停或取消，恢复后再办理', 'The call is suspended or cancelled; go on once it is resumed'));
export const noticeNotOpen = () => refused('notice_not_open', say('公示期已过或公示已撤回，不再接收异议', 'The notice period is over or the notice was withdrawn; objections are no longer taken'));
export const realNameNeeded = () => invalid('real_name_needed', say('须写明真实姓名和联系方式', 'A real name and a way to reach you are needed'));
export const sealNeeded = () => invalid('seal_needed', say('单位提出异议须加盖公章', 'An organisation stamps its objection'));
