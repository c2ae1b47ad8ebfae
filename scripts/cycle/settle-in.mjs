import { together } from './together.mjs';

const STAFF = [
  ['officer', '周颖'], ['screener', '许静'], ['finance_maker', '孙倩'], ['finance_approver', '何琳'], ['evaluator', '郑洁'], ['auditor', '冯岚'],
];
/** The first of them are the staff's; a rulebook with larger panels begins the list again with a number. */
const JUDGES = {
  expert: ['宋雅文', '邓建国', '方晓梅', '罗静怡', '戴明远'],
  roadshow_judge: ['顾佩兰', '钱志强', '陆思琪', '沈国平', '崔玉洁'],
};

/**
 * Everybody who works for an organiser, with their roles at one place of the tree and thereby at all below.
 * @param {import('./cast.mjs').Cast} cast
 * @param {Record<string, number>} judges how many of each judging role
 * @returns {Promise<Record<string, object>>} browsers by role, the judges as `judges`
 */
export async function settleStaff(cast, nodeId, judges) {
  const seats = Object.entries(judges).flatMap(([role, count]) => Array.from({ length: count }, (_, at) => [role, judgeName(role, at)]));
  const browsers = await together([...STAFF, ...seats], ([role, name]) => cast.staff(role, name, nodeId), 8);
  const [officer, screener, maker, approver, evaluator, auditor, ...seated] = browsers;
  return { officer, screener, maker, approver, evaluator, auditor, judges: seats.map(([role], at) => ({ role, browser: seated[at] })) };
}

function judgeName(role, at) {
  const names = JUDGES[role];
  return names[at] ?? `${names[at % names.length]}（${Math.floor(at / names.length) + 1}）`;
}

/** How many judges of each role the largest panels of a rulebook need. */
export function judgesFor(rulebook) {
  const most = Math.max(...rulebook.scoring.stages.flatMap(({ blocs }) => blocs.map(({ panel }) => panel.judges)));
  const roles = rulebook.scoring.stages.map(({ stage }) => (stage === rulebook.roadshow?.stage ? 'roadshow_judge' : 'expert'));
  return Object.fromEntries([...new Set(roles)].map((role) => [role, most]));
}
