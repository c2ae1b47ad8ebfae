/** Whose projects run. `state` is how far each has come with its contract, its money and its reports. All made up. */
export const RUNNING = [
  {
    name: '彩虹驿站儿童安全守护', organisation: 'caihong', categoryKey: 'child-safety', requestedFen: 5_000_000, matchingFen: 1_500_000, quality: 93, state: 'paid',
    who: '3至12岁儿童及照料人', where: '邗江区竹西街道四个社区', survey: '申报前发放问卷210份', finding: '家庭意外伤害发生率为16%', way: '风险排查、情景课堂、安全地图', acts: [['家庭排查', 120, 1], ['情景课堂', 30, 25], ['安全地图', 4, 30]], direct: 320, women: 140, children: 180,
    effect: '整改风险点300处', risk: '入户拒访', after: '清单纳入网格走访',
  },
  {
    name: '木兰妈妈就业加油站', organisation: 'mulan', categoryKey: 'volunteers', requestedFen: 4_500_000, matchingFen: 1_300_000, quality: 90, state: 'contract-issued',
    who: '待业三年以上的母亲', where: '广陵区汶河街道', survey: '申报前访谈68人', finding: '最缺的是面试信心和弹性岗位', way: '加油站、岗位走访、姐妹互推', acts: [['求职小组', 24, 15], ['岗位走访', 12, 20], ['招聘会', 3, 100]], direct: 150, women: 150, children: 0,
    effect: '60人实现就业', risk: '岗位稳定性', after: '加油站由街道人社站接续',
  },
  {
    name: '新雨流动儿童暑期营', organisation: 'xinyu', categoryKey: 'child-protection', requestedFen: 4_000_000, matchingFen: 1_000_000, quality: 88, state: 'requested',
    who: '流动儿童', where: '江都区大桥镇', survey: '申报前问卷150份', finding: '假期独自在家占四成', way: '日间营、阅读、安全训练', acts: [['日间营', 40, 30], ['安全训练', 8, 30]], direct: 120, women: 30, children: 90, effect: '无人看护时段减半', risk: '营地安全', after: '教学点长期开放',
  },
  {
    name: '邻里微家互助网', organisation: 'linli', categoryKey: 'volunteers', requestedFen: 3_500_000, matchingFen: 900_000, quality: 85, state: 'report-returned',
    who: '社区妇女和独居老人', where: '仪征市真州镇', survey: '申报前走访90户', finding: '邻里互不相识占六成', way: '微家、结对、集市', acts: [['微家活动', 60, 15], ['集市', 4, 120]], direct: 260, women: 190, children: 20, effect: '建立微家12个', risk: '场地变动', after: '微家由社区挂牌',
  },
  {
    name: '珠湖妇女电商带头人', organisation: 'zhuhu', categoryKey: 'fund-study', requestedFen: 5_000_000, matchingFen: 1_600_000, quality: 83, state: 'account-proposed',
    who: '农村创业妇女', where: '高邮市三垛镇、临泽镇', survey: '申报前问卷97份', finding: '有产品、缺渠道、不会记账', way: '训练、陪跑、共享仓', acts: [['训练', 12, 30], ['陪跑', 90, 1], ['展销', 3, 200]], direct: 110, women: 105, children: 0, effect: '带头人20名，月均销售增长三成', risk: '平台规则变化', after: '共享仓自负盈亏',
  },
  {
    name: '家和父母课堂百户跟进', organisation: 'jiahe', categoryKey: 'child-protection', requestedFen: 4_500_000, matchingFen: 1_200_000, quality: 80, state: 'prepared',
    who: '小学生家长', where: '扬州市区十个社区', survey: '申报前问卷320份', finding: '责骂式沟通占半数', way: '课堂、打卡、入户', acts: [['课堂', 30, 30], ['入户跟进', 100, 1]], direct: 400, women: 260, children: 100, effect: '100户完成三次跟进', risk: '中途退出', after: '家长讲师接续',
  },
  {
    name: '青禾女童护航行动', organisation: 'qinghe', categoryKey: 'child-protection', requestedFen: 4_000_000, matchingFen: 1_100_000, quality: 78, state: 'report-submitted',
    who: '10至15岁女童', where: '广陵区五所学校', survey: '申报前问卷260份', finding: '自护知识合格率只有46%', way: '小班课、信箱、家长课', acts: [['小班课', 50, 20], ['家长课', 12, 25]], direct: 300, women: 70, children: 230, effect: '合格率达到90%', risk: '课程敏感', after: '教案进校本课程',
  },
];
