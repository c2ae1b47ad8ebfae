/** Who presents today. All made up. */
export const ROADSHOW = [
  {
    name: '青禾少年心理微光站', organisation: 'qinghe', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 800_000, quality: 89,
    who: '11至16岁青少年', where: '广陵区湾头镇、沙头镇四所学校', survey: '申报前完成筛查612人', finding: '中度以上焦虑占13%，其中女生占六成，绝大多数没有求助过', way: '校内微光站每周开放两次，社工与心理老师共同接待',
    acts: [['微光站接待', 160, 2], ['班级团体课', 32, 40], ['家长夜校', 8, 35]], direct: 420, women: 120, children: 300, effect: '高风险学生跟进率达到100%', risk: '危机事件处置', after: '学校设专岗接续',
  },
  {
    name: '星语融合游戏日', organisation: 'xingyu', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 700_000, quality: 85,
    who: '发育障碍儿童与普通儿童', where: '广陵区三个公园和社区广场', survey: '申报前访谈家长40名', finding: '特殊儿童每月与同龄人共同玩耍不足两次', way: '一比一伙伴、结构化游戏、家长互访',
    acts: [['融合游戏日', 20, 40], ['伙伴训练', 8, 25], ['家长互访', 40, 4]], direct: 150, women: 60, children: 90, effect: '结成稳定伙伴40对', risk: '户外安全', after: '公园设固定融合角',
  },
  {
    name: '小脚丫儿童友好街区', organisation: 'xiaojiaoya', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 900_000, quality: 81,
    who: '3至10岁儿童及家庭', where: '广陵区东关街道', survey: '申报前与儿童一起走访街巷九次', finding: '儿童标出危险点37处，其中21处可以低成本改善', way: '儿童提案、工匠认领、商户守护',
    acts: [['儿童提案会', 8, 25], ['街巷微改', 12, 10], ['商户守护培训', 4, 30]], direct: 200, women: 80, children: 110, effect: '改善危险点不少于20处', risk: '改造审批周期', after: '街区守护公约长期张贴',
  },
  {
    name: '跃动女童轮滑队', organisation: 'yuedong', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 600_000, quality: 76,
    who: '6至13岁女童', where: '广陵区杭集镇', survey: '申报前收回问卷96份', finding: '镇区没有面向女童的免费运动项目', way: '周末训练、骨干带新、社区展演', acts: [['周末训练', 60, 20], ['展演', 4, 100], ['安全课', 4, 30]], direct: 80, women: 15, children: 65,
    effect: '稳定训练女童60名', risk: '运动伤害', after: '镇文体站提供场地',
  },
  {
    name: '银杏奶奶故事屋', organisation: 'yinxing', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 700_000, quality: 79,
    who: '学龄前儿童与老年妇女', where: '广陵区曲江街道', survey: '申报前访谈老年妇女35名、家长50名', finding: '老人希望被需要，家长希望有人讲本地故事', way: '奶奶讲、孩子画、社区展', acts: [['故事屋', 80, 15], ['绘本工坊', 12, 20], ['社区展', 3, 80]], direct: 140, women: 50, children: 80,
    effect: '形成本地故事绘本12册', risk: '老人身体状况', after: '故事屋并入社区图书室',
  },
];
