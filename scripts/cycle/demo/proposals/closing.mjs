/** Who applied in the round that is about to be archived. All made up. */
export const CLOSING = [
  {
    name: '甘泉好家风传习坊', organisation: 'ganquan', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 800_000, quality: 88,
    who: '城乡结合部家庭', where: '邗江区甘泉街道七个社区', survey: '申报前访谈家庭46户', finding: '超过六成家长一周内没有与孩子共同做过一件事', way: '家庭共做、长辈讲述、社区展示',
    acts: [['家庭共做工坊', 28, 24], ['长辈讲述会', 12, 30], ['社区展示', 4, 80]], direct: 260, women: 130, children: 110, effect: '亲子共处时间平均每周增加三小时', risk: '周末场地冲突', after: '工坊课程交社区妇儿之家使用',
  },
  {
    name: '竹西亲子运动日', organisation: 'zhuxi', categoryKey: 'child-friendly', requestedFen: 3_000_000, matchingFen: 600_000, quality: 79,
    who: '小学低年级家庭', where: '邗江区竹西街道三个社区', survey: '申报前收回问卷104份', finding: '儿童每周户外活动不足三小时的占58%', way: '社区运动日、亲子教练、家庭打卡',
    acts: [['社区运动日', 20, 40], ['亲子教练班', 10, 20], ['家庭打卡营', 6, 30]], direct: 200, women: 80, children: 110, effect: '参加儿童每周户外活动增加两小时', risk: '运动损伤', after: '运动日由社区体育志愿者接续',
  },
];
