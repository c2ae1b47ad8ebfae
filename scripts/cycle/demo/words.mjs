/** Sums up what a project plans, from its list of activities: sessions times people. */
export const personTimes = ({ acts }) => acts.reduce((sum, [, sessions, people]) => sum + sessions * people, 0);

const listed = (acts) => acts.map(([name, sessions]) => `${name}${sessions}场次`).join('、');

/** What an applicant writes, from the facts of her project; the turn of phrase differs from one to the next. */
export function textsOf(facts, organisation, at) {
  return {
    summary: summary(facts, organisation), needs: needs(facts, at), goals: goals(facts), outcomes: outcomes(facts, at), risks: risks(facts),
    sustainability: sustainability(facts, at), place: facts.where, 'child-safety': childSafety(facts), profile: profileOf(organisation),
  };
}

const summary = ({ name, who, where, way, acts, direct, women, children, ...facts }, organisation) =>
  `“${name}”面向${where}的${who}，由${organisation}会同属地妇联、社区共同实施。项目做法是：${way}。全年计划开展${listed(acts)}，直接服务${direct}人，其中妇女${women}人、儿童${children}人，` +
  `服务约${personTimes({ acts, ...facts })}人次。项目配负责人1名、专职社工2名、固定志愿者12名；每场活动提前一周公布安排，结束后三日内归档签到表、照片和反馈表。项目结束时提交服务总结、收支明细和一份可供同类社区使用的操作手册。`;

const GAPS = [
  '目前社区能提供的多是节日慰问和一次性讲座，服务结束就中断，缺少专业人员连续跟进，也没有把有需要的家庭识别出来。',
  '辖区现有服务集中在街道中心，路程远、时间固定，最需要的人反而来不了；居民自发的互助又缺少组织和培训。',
  '过去的活动以人次为目标，参加的总是同一批人；对谁改变了、改变了多少没有记录，经验也没有留下来。',
];

const needs = ({ survey, finding, who, where }, at) =>
  `一、需求是怎样发现的。${survey}，并请社区网格员和村（社区）妇联执委核对名单，剔除重复登记。二、主要发现。${finding}。三、现有服务的不足。${GAPS[at % GAPS.length]}` +
  `四、为什么由我们来做。本单位在${where}连续服务三年以上，与社区有固定的办公和活动场地，熟悉${who}的作息和顾虑，已有志愿者愿意长期参与。五、介入的重点。先帮助最困难的家庭，再带动周边家庭，不追求一次覆盖所有人；对需要医疗、法律或救助的，及时转介并记录结果。`;

const goals = ({ effect, direct, acts }) =>
  `总目标：让服务对象在家门口得到稳定、看得见变化的支持。具体目标：一是按计划完成${listed(acts)}，服务人数不少于${direct}人，出勤率保持在八成以上；二是${effect}；三是形成一支不少于12人的固定志愿队伍，` +
  '每人完成不少于8学时的培训；四是服务对象满意率达到90%以上，投诉在三个工作日内答复。各项目标在项目开始、中期和结束时用同一套工具测量，数据由专人录入并由督导复核。';

const MEASURES = [
  '测量方法：开始和结束各做一次问卷，抽取两成对象电话回访，由不参加服务的督导完成。',
  '测量方法：每名服务对象建一份成长记录，每月更新一次，由社工和志愿者分别填写后核对。',
  '测量方法：活动签到、前后测和个案记录三种资料互相印证，评估报告交社区和妇联各一份。',
];

const outcomes = ({ effect, children, women, direct }, at) =>
  `服务产出：直接服务${direct}人，妇女${women}人，儿童${children}人；整理典型案例不少于8个，形成操作手册1册。服务成效：${effect}。社会影响：带动所在社区建立常态化的互助机制，吸引不少于3家单位提供场地、物资或专业支持。${MEASURES[at % MEASURES.length]}`;

const risks = ({ risk }) =>
  `主要风险：${risk}。应对：项目开始前制定应急预案，购买活动公众责任险；每场活动至少两名工作人员在场，活动前检查场地；出现情况后一小时内报告负责人和属地妇联。人员方面，核心岗位设替补，志愿者流失超过三成时暂停新增活动，先补充培训。资金方面，专账核算，单笔超过两千元须两人签字。`;

const NEWS = ['创新之处在于把服务对象变成服务提供者', '创新之处在于把零散活动变成一套可以检验的流程', '创新之处在于让专业人员只做最需要专业的部分'];

const sustainability = ({ after }, at) =>
  `${NEWS[at % NEWS.length]}，降低了后续成本。项目结束后的安排：${after}；操作手册、课件和表格交所在地妇联留存，愿意采用的单位可免费使用。后续经费以社区服务资金、企业结对捐赠和志愿服务为主，本单位每季度回访一次，连续一年。`;

const childSafety = ({ children }) =>
  children > 0
    ? '所有直接接触未成年人的人员入职前完成违法犯罪记录查询并签署儿童保护承诺；活动室门窗可视，成人与儿童不单独相处；拍照须经监护人书面同意，资料加密保存；设儿童保护专员1名，发现疑似侵害立即报告并留存记录。'
    : '项目以成年女性为服务对象，若有儿童随行，由两名工作人员看护，不单独相处，不拍摄正面照片；工作人员均完成违法犯罪记录查询。';

export const profileOf = (organisation) =>
  `${organisation}依法登记，长期从事妇女、儿童和家庭服务。现有专职人员6名，其中持社会工作师证3名，登记志愿者80余名；有固定办公和活动场地约220平方米。近三年承接妇联、民政等部门委托项目5个，均按期完成验收，财务独立核算，年检合格。团队熟悉社区走访、小组工作和个案管理，建有督导、财务和档案制度。`;
