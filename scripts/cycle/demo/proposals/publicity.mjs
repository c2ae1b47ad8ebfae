/** Who stands on the public notice, on its reserve list, or on neither. Each applies with a women's federation. All made up. */
export const PUBLICITY = [
  {
    name: '珠湖姐妹渔家手作合作社', organisation: 'zhuhu', federation: '高邮市妇女联合会', categoryKey: 'micro-grants', requestedFen: 5_000_000, matchingFen: 1_500_000, quality: 93,
    who: '退捕渔民家庭的妇女', where: '高邮市菱塘回族乡、送桥镇', survey: '申报前入户88户', finding: '退捕后家庭收入平均下降四成，妇女普遍没有第二技能', way: '手作培训、合作社记账、线上代销三步走，并资助村级小微公益项目',
    acts: [['手作培训', 40, 20], ['合作社会议', 12, 25], ['小微项目督导', 20, 8]], direct: 120, women: 110, children: 0, effect: '60名妇女月均增收八百元', risk: '销路波动', after: '合作社盈余提取公益金',
  },
  {
    name: '荷乡女童成长伙伴', organisation: 'hexiang', federation: '宝应县妇女联合会', categoryKey: 'micro-grants', requestedFen: 4_500_000, matchingFen: 1_200_000, quality: 90, contested: true,
    who: '9至15岁农村女童', where: '宝应县山阳镇、西安丰镇', survey: '申报前访谈女童104名', finding: '四成女童每学期见父母不足三次', way: '大学生伙伴通信、假期营、村级小微活动', acts: [['通信', 300, 1], ['假期营', 4, 50], ['村级活动', 24, 20]], direct: 150, women: 20, children: 130,
    effect: '建立长期伙伴关系100对', risk: '伙伴毕业流动', after: '高校社团按年接续',
  },
  {
    name: '书香妈妈讲师孵化', organisation: 'shuxiang', federation: '广陵区妇女联合会', categoryKey: 'capacity', requestedFen: 5_000_000, matchingFen: 1_300_000, quality: 87,
    who: '社区阅读推广妈妈', where: '扬州市六个县（市、区）', survey: '申报前收回问卷141份', finding: '有意愿讲课的妈妈很多，能独立设计课程的不足一成', way: '选拔、训练、督导、资助小微阅读项目', acts: [['集中训练', 8, 40], ['跟课督导', 60, 1], ['小微项目资助评审', 2, 30]], direct: 160, women: 150, children: 0,
    effect: '孵化阅读小组20个', risk: '讲师质量参差', after: '讲师库由市图书馆使用',
  },
  {
    name: '乡村女性骨干议事训练', organisation: 'chuangye', federation: '高邮市妇女联合会', categoryKey: 'capacity', requestedFen: 4_000_000, matchingFen: 1_000_000, quality: 84,
    who: '村妇联执委和女性村民代表', where: '高邮市十二个村', survey: '申报前旁听村民会议9次', finding: '女性代表发言次数不到男性的三分之一', way: '三日训练、三次跟会、一次小微项目实践', acts: [['三日训练', 4, 36], ['跟会辅导', 36, 2], ['小微项目', 12, 15]], direct: 130, women: 120, children: 0,
    effect: '女性代表提案数翻一番', risk: '参训时间难保证', after: '训练手册交县妇联使用',
  },
  {
    name: '乡村女童运动营', organisation: 'yuedong', federation: '宝应县妇女联合会', categoryKey: 'micro-grants', requestedFen: 4_500_000, matchingFen: 1_200_000, quality: 80,
    who: '乡镇小学女童', where: '宝应县曹甸镇', survey: '申报前体测156人', finding: '超重比例达到21%', way: '课后运动、家庭运动打卡、村级比赛', acts: [['课后运动', 100, 25], ['村级比赛', 6, 80]], direct: 180, women: 20, children: 150, effect: '体测优良率提高一成', risk: '场地条件', after: '学校课后服务接续',
  },
  {
    name: '反家暴村级响应员', organisation: 'weiya', federation: '高邮市妇女联合会', categoryKey: 'capacity', requestedFen: 4_500_000, matchingFen: 1_100_000, quality: 77,
    who: '村妇联主席和网格员', where: '高邮市、宝应县', survey: '申报前测评村级干部90名', finding: '知道强制报告义务的不足四成', way: '训练响应员、建立转介表、季度复盘', acts: [['训练', 6, 40], ['复盘会', 8, 25], ['转介跟进', 60, 1]], direct: 240, women: 200, children: 0, effect: '村级首接响应时间缩短到24小时内', risk: '信息保密', after: '纳入镇村年度培训',
  },
  {
    name: '家和亲职课堂下乡', organisation: 'jiahe', federation: '广陵区妇女联合会', categoryKey: 'capacity', requestedFen: 4_000_000, matchingFen: 1_000_000, quality: 74,
    who: '乡镇家长', where: '江都区、仪征市', survey: '申报前收回问卷201份', finding: '父亲参与率不到一成', way: '夜校、集市、短视频三种形式', acts: [['夜校', 40, 25], ['集市课', 10, 60]], direct: 500, women: 320, children: 0, effect: '父亲参与率提高到三成', risk: '课程同质化', after: '资源库共享',
  },
  {
    name: '邻里养老姐妹团', organisation: 'linli', federation: '广陵区妇女联合会', categoryKey: 'micro-grants', requestedFen: 3_500_000, matchingFen: 900_000, quality: 58,
    who: '独居老年妇女', where: '仪征市新集镇', survey: '申报前走访40户', finding: '独居老人日常陪伴不足', way: '姐妹团轮值探访', acts: [['探访', 300, 1], ['聚餐', 8, 30]], direct: 80, women: 70, children: 0, effect: '探访不少于300次', risk: '突发疾病', after: '村妇联接续',
  },
];
