/** Who applied in the round that is being screened. `screening` is how far the screener has come with each. All made up. */
export const SCREENING = [
  {
    name: '新手妈妈产后同行计划', organisation: 'hanshang', categoryKey: 'child-safety', requestedFen: 5_000_000, matchingFen: 1_500_000, screening: 'admitted',
    who: '产后一年内的新手妈妈', where: '邗江区邗上街道五个社区', survey: '申报前在社区卫生服务中心发放问卷132份，访谈助产士6名',
    finding: '四分之一的受访产妇有明显情绪低落，却只有7%寻求过帮助；祖辈与父母在喂养上的冲突最常见', way: '由受过训练的“同行妈妈”在产后第2、6、12周上门探访，并带进社区小组',
    acts: [['同行探访', 180, 1], ['母婴小组', 24, 12], ['爸爸课堂', 6, 20]], direct: 150, women: 110, children: 40,
    effect: '产后情绪筛查阳性者转介率达到90%，母乳喂养满六个月比例提高一成', risk: '上门探访有交叉感染和隐私风险', after: '20名同行妈妈编入社区志愿队',
  },
  {
    name: '竹西女童体育小队', organisation: 'zhuxi', categoryKey: 'child-protection', requestedFen: 4_000_000, matchingFen: 1_000_000, screening: 'admitted',
    who: '8至14岁女童', where: '邗江区竹西街道两所小学和一所初中', survey: '申报前完成体质抽测148人、家长问卷140份',
    finding: '女童每周校外运动不足一小时的占63%，初中女生主动退出运动队的比例是男生的两倍', way: '由女教练带队，每周两次训练，每月一次友谊赛，同时开设青春期与运动课程',
    acts: [['周训练', 80, 24], ['友谊赛', 8, 60], ['青春期课程', 10, 30]], direct: 120, women: 20, children: 100,
    effect: '参加女童体质测试良好率提高15个百分点', risk: '运动伤害', after: '三所学校把小队纳入课后服务',
  },
  {
    name: '外嫁媳妇融入伙伴', organisation: 'huaihe', categoryKey: 'volunteers', requestedFen: 3_500_000, matchingFen: 900_000, screening: 'excluded',
    flaw: 'E5', flawNote: '“信用中国”查询结果显示，该单位于申报前七个月因未按期年报被列入活动异常名录，现尚未移出。',
    who: '外省嫁入本地的妇女', where: '邗江区槐泗镇四个村', survey: '申报前入户71户', finding: '语言不通、社保断缴、没有自己的朋友是三大难题', way: '一名本地姐妹结对一名外嫁媳妇，办三件手续、认十户邻居',
    acts: [['结对走访', 120, 1], ['方言与生活课', 16, 20], ['节日共餐', 4, 60]], direct: 90, women: 90, children: 0, effect: '80%参加者完成社保转接', risk: '结对中途退出', after: '村妇联接续结对',
  },
  {
    name: '隔代养育爷爷奶奶学堂', organisation: 'xihu', categoryKey: 'child-safety', requestedFen: 4_500_000, matchingFen: 1_200_000, screening: 'partly',
    who: '0至6岁儿童的祖辈照料人', where: '邗江区西湖街道三个社区', survey: '申报前收回问卷165份', finding: '祖辈日间照料占71%，追喂、过度看屏幕、惊吓式管教较普遍', way: '课堂、入户示范和祖孙活动三步走，每课只改一个习惯',
    acts: [['祖辈课堂', 20, 25], ['入户示范', 90, 1], ['祖孙活动日', 8, 30]], direct: 140, women: 80, children: 60, effect: '每日看屏幕超过两小时的儿童比例由48%降到20%', risk: '祖辈记录习惯差', after: '优秀学员任社区讲师',
  },
  {
    name: '困境家庭厨房改造与营养计划', organisation: 'ganquan', categoryKey: 'volunteers', requestedFen: 5_000_000, matchingFen: 2_000_000, screening: 'returned',
    correction: { sections: ['scheme', 'attachments'], reason: '项目名称中的“厨房改造”与预算科目不一致，请核对服务内容；年检结论证明缺少上一年度盖章页。' },
    who: '低收入家庭的主妇和学龄儿童', where: '邗江区甘泉街道六个村', survey: '申报前入户52户，称重记录三日饮食', finding: '儿童蛋白质摄入达标率只有44%，半数厨房没有冷藏条件', way: '营养师制定每周菜谱，志愿者上门教做，企业捐赠厨房用品',
    acts: [['上门教做', 160, 1], ['菜谱课堂', 12, 25], ['校园营养日', 4, 80]], direct: 130, women: 60, children: 70, effect: '儿童蛋白质摄入达标率提高到70%', risk: '食品安全', after: '菜谱由村妇联印发',
  },
  {
    name: '青春期女童护航小课堂', organisation: 'caihong', categoryKey: 'child-protection', requestedFen: 3_000_000, matchingFen: 800_000, screening: 'waiting',
    who: '10至15岁女童', where: '邗江区四所学校', survey: '申报前收回女童问卷223份', finding: '三成女童初潮前没有得到任何说明，遇到身体侵犯时知道向谁求助的不足一半', way: '小班六课时，家长同步两课时，课后设匿名信箱由社工回复',
    acts: [['小班课', 48, 20], ['家长课', 12, 25], ['信箱回复', 100, 1]], direct: 240, women: 60, children: 180, effect: '女童自护知识合格率达到90%', risk: '个别家长顾虑', after: '教案交学校校本课程使用',
  },
  {
    name: '双创基金受助女性跟踪调研', organisation: 'juzi', categoryKey: 'fund-study', requestedFen: 3_000_000, matchingFen: 600_000, screening: 'waiting',
    who: '近五年获得妇女双创基金支持的女性', where: '邗江区', survey: '申报前整理受助名册86人', finding: '约三成受助项目已停业，但停业原因和后续就业没有任何记录', way: '问卷、访谈、财务复盘三种方法结合，形成可供基金决策的报告',
    acts: [['问卷与访谈', 86, 1], ['财务复盘', 30, 1], ['结果研讨', 2, 40]], direct: 86, women: 86, children: 0, effect: '完成调研报告一份、案例集一册', risk: '受访者不愿提供财务数据', after: '建立年度跟踪机制',
  },
];
