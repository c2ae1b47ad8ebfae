/** How a request is spread over the cost categories, each line with its arithmetic; what is left over goes to the activities. Amounts in yuan. */
const LINES = [
  ['expert', '督导与授课专家劳务', '人天', 500, 0.12, (count) => `高级职称专家，每人每天500元，共${count}人天`, { grade: 'senior' }],
  ['labour', '志愿者交通与误餐补贴', '人次', 50, 0.2, (count) => `每次活动2至3名志愿者，每人每次50元，共${count}人次`],
  ['materials', '活动耗材与教具', '份', 25, 0.16, (count) => `每名参加者一套，每套25元，共${count}份`],
  ['publicity', '操作手册与宣传折页印制', '册', 8, 0.06, (count) => `每册8元，共${count}册，发放至社区和学校`],
  ['transport', '入户走访与外出活动交通', '次', 30, 0.06, (count) => `市内公交与拼车，每次30元，共${count}次`],
];

/**
 * @param {object} rulebook @param {{requestedFen: number, matchingFen?: number, acts: [string, number, number][]}} proposal
 * @returns {object[] | undefined} nothing where a programme re-grants: its shares have rules of their own
 */
export function budgetOf({ budget: { sources, costs } }, { requestedFen, matchingFen = 0, acts }) {
  if (costs.some(({ key }) => key === 'regrant')) return undefined;
  const grant = sources.find(({ kind }) => kind === 'grant').key;
  const other = sources.find(({ kind }) => kind !== 'grant')?.key;
  const lines = LINES.filter(([category]) => costs.some(({ key }) => key === category)).map(([category, item, unit, yuan, share, note, more]) => {
    const quantity = Math.floor((requestedFen * share) / 100 / yuan);
    return { category, item, unitFen: yuan * 100, unit, quantity, source: grant, note: note(quantity), ...more };
  });
  const left = requestedFen - lines.reduce((sum, { unitFen, quantity }) => sum + unitFen * quantity, 0);
  const sessions = acts.reduce((sum, [, count]) => sum + count, 0);
  lines.push({ category: 'activity', item: '活动组织与场地布置', unitFen: left, unit: '项', quantity: 1, source: grant, note: `全年${sessions}场次，平均每场约${Math.round(left / 100 / sessions)}元，含场地布置、茶水和保险` });
  if (matchingFen > 0 && other) lines.push({ category: 'materials', item: '爱心企业捐赠物资折价与自筹', unitFen: matchingFen, unit: '项', quantity: 1, source: other, note: '两家企业已出具捐赠意向书，按发票价折算' });
  return lines;
}
