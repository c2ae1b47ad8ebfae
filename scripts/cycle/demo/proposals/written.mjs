/** Who is being judged in writing. All made up. */
export const WRITTEN = [
  {
    name: '百场家庭教育乡村行', organisation: 'jiahe', categoryKey: 'child-protection', requestedFen: 5_000_000, matchingFen: 1_500_000, quality: 90,
    who: '乡镇家长和村级妇联执委', where: '宝应县、高邮市二十个村', survey: '申报前抽访家长240名', finding: '乡村家长参加过家庭教育课程的不足两成，主要靠短视频获取方法', way: '讲师进村、执委助教、家长自学小组三级推进',
    acts: [['进村讲座', 60, 40], ['执委助教训练', 6, 30], ['家长自学小组', 80, 10]], direct: 900, women: 700, children: 0, effect: '培养村级助教40名', risk: '农忙季到课率低', after: '助教每季度自行组织小组',
  },
  {
    name: '单亲家庭同心成长营', organisation: 'tongxin', categoryKey: 'child-safety', requestedFen: 4_000_000, matchingFen: 1_000_000, quality: 82,
    who: '单亲家庭的母亲和7至14岁子女', where: '广陵区、邗江区', survey: '申报前访谈46户', finding: '亲子沟通每天不足二十分钟的占七成', way: '母子平行小组加周末营会', acts: [['平行小组', 24, 16], ['周末营会', 6, 40], ['个案跟进', 60, 1]], direct: 100, women: 46, children: 54,
    effect: '亲子关系量表得分提高15%', risk: '隐私与污名', after: '家庭互助会自我运作',
  },
  {
    name: '留守儿童悦读角二期', organisation: 'shuxiang', categoryKey: 'child-protection', requestedFen: 4_500_000, matchingFen: 1_300_000, quality: 86,
    who: '农村留守儿童', where: '宝应县射阳湖镇、柳堡镇八个村', survey: '申报前清点村级图书室八处，访谈儿童92名', finding: '图书平均出版年份在十二年以前，儿童家庭藏书不足五本的占81%', way: '换书、伴读、写信三件事，每个角配一名伴读妈妈',
    acts: [['伴读课', 160, 12], ['流动书箱', 32, 30], ['写信活动', 16, 20]], direct: 210, women: 30, children: 180, effect: '人均年阅读量由3本增加到12本', risk: '伴读妈妈外出务工', after: '村级妇儿之家接管书角',
  },
  {
    name: '返乡女性创业导师团', organisation: 'chuangye', categoryKey: 'fund-study', requestedFen: 3_500_000, matchingFen: 1_000_000, quality: 78,
    who: '返乡创业三年以内的女性', where: '扬州市六个县（市、区）', survey: '申报前电话访问返乡创业女性73人', finding: '缺少记账、定价和合同知识是最常见的失败原因', way: '一名导师带三名学员，半年内完成账目、定价、渠道三次诊断',
    acts: [['导师诊断', 120, 1], ['集中训练', 4, 40], ['产品集市', 2, 200]], direct: 60, women: 60, children: 0, effect: '40个小微主体建立规范账目', risk: '导师时间不足', after: '导师团由市女企业家协会续聘',
  },
  {
    name: '社区婴幼儿照护驿站', organisation: 'xiaojiaoya', categoryKey: 'child-safety', requestedFen: 5_000_000, matchingFen: 1_400_000, quality: 88,
    who: '3岁以下婴幼儿及照料人', where: '广陵区汤汪街道三个社区', survey: '申报前收回问卷188份', finding: '九成家庭没有使用过托育服务，临时照看是最迫切的需要', way: '家庭式驿站，按小时预约，照护员由持证妈妈担任',
    acts: [['临时照看', 220, 6], ['照护课', 16, 20], ['发育筛查日', 4, 50]], direct: 260, women: 130, children: 130, effect: '提供临时照看不少于1200人次', risk: '婴幼儿看护安全', after: '驿站转为社区普惠服务点',
  },
  {
    name: '荷乡隔代养育支持计划', organisation: 'hexiang', categoryKey: 'volunteers', requestedFen: 3_000_000, matchingFen: 900_000, quality: 71,
    who: '留守儿童的祖辈照料人', where: '宝应县氾水镇五个村', survey: '申报前入户80户', finding: '祖辈平均年龄68岁，能辅导作业的不足一成', way: '巾帼志愿者每周上门一次，帮作业、教营养、查隐患',
    acts: [['上门服务', 400, 1], ['祖辈茶话会', 10, 30], ['暑期看护', 20, 20]], direct: 160, women: 70, children: 90, effect: '作业完成率达到95%', risk: '志愿者交通安全', after: '志愿队纳入镇级巾帼服务',
  },
];
