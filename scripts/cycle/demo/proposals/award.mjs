/** Who applied in the round whose winners answer now. All made up. */
export const AWARD = [
  {
    name: '邗上幸福和家学堂', organisation: 'hanshang', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 800_000, quality: 90,
    who: '新婚与育儿初期家庭', where: '邗江区邗上街道六个社区', survey: '申报前入户访谈52户', finding: '近七成家庭因育儿分工争执，超过一半没有可以倾诉的人', way: '夫妻共学、社工陪伴、互助小组接力',
    acts: [['夫妻共学课', 24, 24], ['互助小组', 20, 12], ['家庭陪伴入户', 60, 3]], direct: 240, women: 120, children: 60, effect: '参加家庭沟通量表平均提高两成', risk: '男方参与不足', after: '互助小组由社区妇联执委接续',
  },
  {
    name: '西湖家庭应急守护员', organisation: 'xihu', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 700_000, quality: 84,
    who: '有学龄前儿童的家庭', where: '邗江区西湖街道四个社区', survey: '申报前收回问卷138份', finding: '会正确处理儿童气道异物的家长不足一成', way: '急救护士授课、入户排查、守护员结对',
    acts: [['急救实操课', 30, 20], ['入户安全排查', 120, 2], ['守护员培训', 6, 25]], direct: 300, women: 190, children: 110, effect: '每个社区有持证守护员不少于8名', risk: '实操耗材不足', after: '守护员编入社区志愿队伍',
  },
  {
    name: '槐泗邻里共读角', organisation: 'huaihe', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 600_000, quality: 74,
    who: '农村学龄儿童与祖辈', where: '邗江区槐泗镇五个村', survey: '申报前走访村民38户', finding: '村中阅览室平均每周开放不足两小时', way: '祖辈领读、流动书箱、假期共读',
    acts: [['祖辈领读', 40, 15], ['流动书箱', 50, 8], ['假期共读营', 6, 30]], direct: 180, women: 70, children: 110, effect: '每名儿童年阅读不少于12本', risk: '书籍损耗', after: '书箱交村级妇儿之家管理',
  },
];
