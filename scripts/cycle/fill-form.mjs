/**
 * Fills the form of any rulebook soundly, the way an applicant would: for rehearsals, the demo programme and the tests.
 * The words are the project's own where it has some, else plain sentences; the budget keeps every rule of the encoded programmes.
 */

/**
 * @param {object} rulebook
 * @param {{name: string, categoryKey?: string, requestedFen: number, matchingFen?: number, startsOn: string, endsOn: string,
 *   leader?: string, mobile?: string, email?: string, texts?: Record<string, string>, people?: {direct: number, women: number, children: number,
 *   personTimes?: number, description?: string}, activities?: {name: string, on: string, sessions: number, persons: number}[], team?: object[], budget?: object[], organisation?: {name: string, creditCode: string, address: string, registeredOn: string, grade?: string}}} project
 * @param {string[]} fileIds one uploaded file for each file question, in order; fewer leaves the rest unanswered
 */
export function fillForm(rulebook, project, fileIds) {
  const files = [...fileIds];
  const facts = { rulebook, project, matchingFen: project.matchingFen ?? 0, takeFile: () => files.shift() };
  const sections = rulebook.form.sections.map((section) => [
    section.key,
    Object.fromEntries(section.questions.map((question) => [question.key, answer(question, facts)]).filter(([, given]) => given !== undefined)),
  ]);
  return Object.fromEntries(sections);
}

/** How many file questions of the form show for this project. */
export const countFiles = (rulebook) =>
  rulebook.form.sections.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'file').length;

/** Whose application it is where nobody is named: made up, with a sound credit code. */
const NOBODY = { name: '木兰社会工作服务中心', creditCode: '52321000MJ5000017N', address: '文昌中路1号妇女儿童活动中心二层', registeredOn: '2015-05-04', grade: '4A' };
const organisationOf = ({ project }) => project.organisation ?? NOBODY;

const BY_KEY = {
  'organisation-name': (facts) => organisationOf(facts).name,
  uscc: (facts) => organisationOf(facts).creditCode,
  address: (facts) => organisationOf(facts).address,
  'registered-on': (facts) => organisationOf(facts).registeredOn,
  'project-name': ({ project }) => project.name,
  'starts-on': ({ project }) => project.startsOn,
  'ends-on': ({ project }) => project.endsOn,
  'leader-name': ({ project }) => project.leader ?? '王海燕',
  'leader-mobile': ({ project }) => project.mobile ?? '13800000000',
  'leader-email': ({ project }) => project.email ?? 'leader@example.org',
  matching: ({ matchingFen }) => matchingFen,
  inspection: () => 'passed',
  grade: (facts) => `grade-${organisationOf(facts).grade ?? '4A'}`,
  minors: () => 'yes',
};

const BY_KIND = {
  short_text: ({ title, limit }, { project }) => `${project.name}：${title.zh}`.slice(0, limit.max),
  long_text: (question, facts) => sentence(question, facts),
  number: ({ min = 1 }) => min,
  money: ({ role, minFen = 0 }, { project, matchingFen }) => (role === 'request' ? project.requestedFen : role === 'total' ? project.requestedFen + matchingFen : minFen),
  choice: ({ options, most }, { rulebook, project }) => {
    const key = options === 'categories' ? (project.categoryKey ?? rulebook.categories.find(({ open }) => open).key) : options[0].key;
    return most > 1 ? [key] : key;
  },
  date: (_, { project }) => project.startsOn,
  table: ({ key, columns, minRows }, facts) => (key === 'activities' && facts.project.activities) || Array.from({ length: Math.max(1, minRows) }, (_, row) => Object.fromEntries(columns.map((column) => [column.key, cell(column, row, facts)]))),
  team: ({ minRows }, { project }) => project.team ?? ['王海燕', '陈思', '周晓琳', '吴敏'].slice(0, Math.max(2, minRows)).map((name, at) => ({
    name, education: '本科', licence: '社会工作师', role: at === 0 ? '项目负责人' : '项目社工', phone: '13800000000',
  })),
  beneficiaries: ({ minDirect }, { project }) => {
    const { direct = Math.max(120, minDirect), women = 96, children = 60, personTimes, description = '辖区内流动儿童家庭与困境妇女。' } = project.people ?? {};
    return { direct, indirect: direct * 3, women, children, families: Math.round(direct / 2), personTimes: personTimes ?? direct * 8, description };
  },
  budget: (_, facts) => facts.project.budget ?? budget(facts),
  file: (_, { takeFile }) => {
    const id = takeFile();
    return id === undefined ? undefined : [id];
  },
};

function answer(question, facts) {
  return BY_KEY[question.key] && question.kind !== 'file' ? BY_KEY[question.key](facts) : BY_KIND[question.kind](question, facts);
}

function sentence({ key, title, limit }, { project }) {
  const text = project.texts?.[key] ?? PLAIN[key]?.(project.name) ?? `${title.zh}：按“${project.name}”的实施计划办理，接受妇联与社会监督。`;
  return [...text].slice(0, limit.max).join('');
}

/** Plain sentences for a project that has no words of its own. */
const PLAIN = {
  profile: () => '本单位依法登记，长期服务妇女、儿童和家庭，有专职社工和固定志愿者队伍，近三年承接妇联、民政部门委托的服务项目，均按期完成，财务独立核算，年检合格。',
  summary: (name) => `“${name}”由本单位专职社工与巾帼志愿者共同实施，依托社区妇儿之家开展服务。项目先走访调研、建立服务对象名册，再按月开展小组活动、个案跟进和社区宣传，直接服务120人，其中妇女96人。每次活动留存签到、照片和反馈，期中、期末各评估一次，接受妇联与社会监督。`,
  needs: (name) => `申报前走访六个社区，入户80户，收回问卷126份，并与村（社区）妇联执委座谈。调查显示，服务对象对“${name}”所涉内容的需求强烈，但可以获得的多是一次性讲座，缺少连续、专业的支持；困难家庭路程远、时间少，最需要的人反而来不了。`,
  goals: (name) => `围绕“${name}”，完成不少于40场次活动，服务不少于120人；参加者前后测平均分提高两成以上；培养12名骨干志愿者；满意率达到90%以上。`,
  outcomes: () => '形成服务对象档案一套、典型案例八个、操作手册一册；参加者的知识、技能或情绪状况较项目开始时有可测量的改善；社区建立起固定的互助小组，项目结束后继续活动。',
  risks: () => '可能出现到课率不足、志愿者流失和活动安全问题。应对：错时安排活动并提前回访；核心岗位设替补并定期培训；活动前检查场地、购买公众责任险，发生情况一小时内报告。',
  sustainability: () => '把服务流程、表格和课件整理成册，交社区妇儿之家使用；骨干志愿者编入社区队伍；后续以社区服务资金和企业结对支持为主，本单位按季度回访。',
  'child-safety': () => '直接接触未成年人的人员入职前完成违法犯罪记录查询并签署儿童保护承诺；活动场所门窗可视，成人与儿童不单独相处；拍照须经监护人书面同意；设专人受理报告。',
  place: () => '市区及县（市、区）的六个社区妇儿之家',
};

function cell({ key, kind }, row, { project }) {
  if (kind === 'date') return project.startsOn;
  if (kind === 'money') return Math.floor(regrantFen(project) / 1);
  if (kind === 'number') return 10 + row;
  return key === 'village' ? '阳光社区' : `“${project.name}”主题活动`;
}

const regrantFen = ({ requestedFen, matchingFen = 0 }) => matchingFen + Math.ceil(((requestedFen + matchingFen) * 0.4 - matchingFen) / 100) * 100;

/** Half for activities, the rest spread; where a programme re-grants, its share first. Every line explains its arithmetic. */
function budget({ rulebook, project, matchingFen }) {
  const { sources, costs } = rulebook.budget;
  const grant = sources.find(({ kind }) => kind === 'grant').key;
  const other = sources.find(({ kind }) => kind !== 'grant')?.key;
  const has = (key) => costs.some((cost) => cost.key === key);
  const lines = [];
  const add = (category, item, unitFen, source) => unitFen > 0 && lines.push({ category, item, unitFen, unit: '项', quantity: 1, source, note: `按合同约定一次性支付，服务12次，每次约${Math.round(unitFen / 1200)}元` });
  let left = project.requestedFen;
  if (has('regrant')) {
    const fromGrant = Math.max(0, regrantFen(project) - matchingFen);
    add('regrant', '社区小微公益项目资助', fromGrant, grant);
    left -= fromGrant;
  }
  const part = (percent) => Math.floor((project.requestedFen * percent) / 100);
  add('materials', '活动物料', Math.min(left, part(15)), grant);
  add('labour', '社工与志愿者补贴', Math.min(left - part(15), part(20)), grant);
  add(has('activity') ? 'activity' : 'training', '主题活动', left - part(15) - part(20), grant);
  if (matchingFen > 0 && other) add(has('regrant') ? 'regrant' : 'materials', '自筹资金投入', matchingFen, other);
  return lines;
}
