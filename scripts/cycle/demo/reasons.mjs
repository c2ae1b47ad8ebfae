const GOOD = [
  ({ survey, finding }) => `需求有据：${survey}，“${finding.slice(0, 24)}”等数据与服务内容对应清楚，对象界定具体。`,
  ({ way }) => `做法“${way.slice(0, 26)}”步骤完整，活动频次与人员配置相称，时间安排可以落实。`,
  ({ effect }) => `预期成效“${effect.slice(0, 26)}”可以测量，前后测工具已经附上，指标不空。`,
  ({ after }) => `后续安排为“${after.slice(0, 24)}”，有承接单位，可持续性优于同类申报。`,
];
const FAIR = [
  ({ risk }) => `对“${risk.slice(0, 20)}”的应对写得较笼统，建议补充具体责任人和处置时限。`,
  ({ acts }) => `“${acts[0][0]}”场次较多而人员偏少，执行压力大，建议压缩场次保证质量。`,
  ({ direct }) => `服务${direct}人的测算依据不足，与场地容量不完全相符，预算说明需要细化。`,
  ({ who }) => `对“${who.slice(0, 18)}”的筛选标准不够清楚，可能与现有服务重复，应说明如何区分。`,
];

/** Why a judge gives these points: what she praises in strong projects, what she misses in weak ones. */
export function reasonFor(_criterion, proposal, at) {
  const words = proposal.quality >= 80 ? GOOD : FAIR;
  return words[at % words.length](proposal);
}

const COMMENTS = [
  ({ name }) => `“${name}”整体方案成熟，建议立项后把中期指标再压实一档。`,
  ({ where }) => `建议与${where.slice(0, 16)}现有妇儿之家合用场地，节省开支。`,
  () => '预算总体合理，劳务与物资比例适中，注意留存签领记录。',
  () => '',
];

export const commentOf = (proposal, at) => COMMENTS[(at + proposal.name.length) % COMMENTS.length](proposal);
