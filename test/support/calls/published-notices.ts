/** What a notice states of a programme. What it does not state is absent here and an assumption in the rulebook. */
/** A board with owner and money of its own, as far as the notice tells; its categories by name. */
export interface NoticedBoard {
  readonly zh: string;
  readonly en: string;
  readonly owner?: string;
  readonly categories: readonly string[];
  readonly awards?: number;
  readonly amount?: PublishedNotice['amount'];
  /** Where it ends before the last board does. */
  readonly closesOn?: string;
}

export interface PublishedNotice {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly issuer: string;
  readonly url: string | null;
  /** Of the deadline; where none is visible, our assumption. */
  readonly year: number;
  readonly opensOn?: string;
  /** The last day, or the instant where a time of day is stated. */
  readonly closesOn?: string;
  readonly categories?: readonly string[];
  readonly boards?: readonly NoticedBoard[];
  readonly seatsEach?: number;
  readonly route?: 'purchase' | 'reward' | 'directed';
  readonly amount?: { readonly fixed: number } | { readonly cap: number } | { readonly from: number; readonly to: number } | { readonly tiers: readonly (readonly [awards: number, yuan: number])[] };
  readonly firstTimerCap?: number;
  readonly pool?: number;
  readonly awards?: number;
  readonly perOrganisation?: number;
  readonly topUp?: { readonly ratio: number; readonly max: number };
  readonly host?: boolean;
  /** Working days. */
  readonly publicityDays?: number;
  /** Percent of each tranche. */
  readonly tranches?: readonly number[];
  /** Weights of the written review and of the roadshow. */
  readonly written?: number;
  readonly criteria?: readonly string[];
}

/** Thirty-four programmes of fourteen years, in yuan and days; facts of the notices alone. */
export const publishedNotices: readonly PublishedNotice[] = [
  { id: 'shaanxi-2025', zh: '“秦女子”公益创投项目', en: 'Shaanxi “Qin women” programme', issuer: '陕西省妇女联合会', url: 'http://yunlongpla.cn/2025/0326/111836.html', year: 2025, closesOn: '2025-04-15', categories: ['“爱心妈妈”赋能', '未成年人保护', '助力乡村振兴', '困难群体关心关爱', '儿童友好社区建设', '女性新就业群体服务'], amount: { from: 30_000, to: 50_000 }, pool: 1_000_000 },
  { id: 'wenjiang-2025', zh: '2025年温江区妇联公益创投项目（补充征集）', en: 'Wenjiang supplementary call', issuer: '成都市温江区妇女联合会', url: 'https://www.wjnews.cn/show/1524-2103923.html', year: 2025, opensOn: '2025-04-08', closesOn: '2025-04-11', categories: ['儿童服务（儿童友好）'], amount: { fixed: 30_000 }, pool: 30_000, awards: 1 },
  { id: 'hubei-2024', zh: '2024年“公益木兰”妇女儿童公益服务项目', en: 'Hubei “Mulan” programme', issuer: '湖北省妇联', url: 'http://news.cnchu.com/jzrb/wap/html/2024-04/02/nw.D421000jzrb_20240402_7-A003.htm', year: 2024, closesOn: '2024-04-12', categories: ['培训与孵化培育', '村（社区）小微公益项目征集与资助'], amount: { cap: 50_000 }, awards: 25 },
  { id: 'hubei-first', zh: '首届“公益木兰”妇女儿童服务项目创意大赛', en: 'First Hubei “Mulan” contest', issuer: '湖北省妇联', url: 'http://www.baiduyihao.com/c/2023/02/17/18308.shtml', year: 2023, categories: ['留守流动妇女儿童关爱', '妇女儿童素质提升', '家庭建设', '妇女儿童权益维护', '实事帮扶'], awards: 50, written: 50 },
  { id: 'sichuan-2019', zh: '四川省第二届妇女儿童公益项目大赛', en: 'Second Sichuan contest for women and children', issuer: '四川省妇女联合会', url: 'https://www.scjyxw.com/xjzhd/news/20191126/1000010000148409.html', year: 2019, opensOn: '2019-07-30', closesOn: '2019-08-20', categories: ['妇女发展类', '儿童关爱类', '家庭建设类'], awards: 9, written: 50, criteria: ['项目实施背景', '项目目标', '项目设计', '项目成效', '预算管理', '与妇联重点工作结合度'] },
  { id: 'deyang-2018', zh: '德阳市妇女儿童公益项目大赛', en: 'Deyang contest for women and children', issuer: '德阳市妇女联合会', url: 'https://m.yybnet.net/deyang/mianzhu/201901/8583815.html', year: 2018, categories: ['妇女发展促进类', '儿童关爱类', '家庭建设类'], awards: 6, written: 50 },
  { id: 'xiangyang-2023', zh: '2023年“向阳花”公益项目', en: 'Xiangyang “Sunflower” projects', issuer: '襄阳市妇女联合会', url: null, year: 2023, awards: 19 },
  { id: 'qingpu-2026', zh: '2026年度青浦区妇女儿童家庭公益服务项目供需对接', en: 'Qingpu services for women, children and families', issuer: '上海市青浦区妇女联合会', url: 'http://woman.shqp.gov.cn/woman/ggl/20251103/1337900.html', year: 2025, opensOn: '2025-11-03', closesOn: '2025-11-17T16:00', route: 'purchase', firstTimerCap: 80_000 },
  { id: 'baoan-2016', zh: '宝安区妇女儿童家庭服务项目创新大赛', en: 'Bao’an innovation contest', issuer: '深圳市宝安区妇联', url: 'https://hyyz888.com/women/2017-03/22/../23/content_19277687.htm', year: 2016, route: 'purchase', amount: { from: 50_000, to: 100_000 }, awards: 10 },
  { id: 'nanjing-2016', zh: '“芳茉莉·秦淮杯”妇女儿童公益创意创业大赛', en: 'Nanjing “Fang Moli” contest', issuer: '南京市妇女联合会', url: 'http://pcpaper.cnwomen.com.cn/content/2016-10/12/032285.html', year: 2016, categories: ['妇女儿童实事类', '家庭文明建设类', '服务阵地建设类'], awards: 8 },
  { id: 'jinhua-2021', zh: '2021年金华市妇联向社会力量购买妇女儿童权益服务项目', en: 'Jinhua purchase of services for women and children', issuer: '金华市妇女联合会', url: 'http://jhfl.jinhua.gov.cn/art/2021/5/7/art_1229393582_7203.html', year: 2021, categories: ['婚姻家庭成长加油站', '茶花说家事，同心筑幸福', '伊心向阳——关爱妇女儿童心理健康'], route: 'purchase' },
  { id: 'chongqing-2021', zh: '2021年重庆市妇联系统社会化项目暨首届妇女儿童公益项目大赛', en: 'Chongqing federation programme and first contest', issuer: '重庆市妇女联合会', url: 'http://www.cq.chinanews.com.cn/news/2021/0429/39-22139.html', year: 2021, categories: ['思想引领', '乡村振兴', '创业创新', '绿色生活', '家庭建设', '维权服务', '关心关爱', '基层基础'], pool: 14_000_000, awards: 150 },
  { id: 'guangdong-2012', zh: '“集思公益 幸福广东”支持妇女计划', en: 'Guangdong programme in support of women', issuer: '广东省妇女儿童工作委员会', url: 'http://xhm.qingl.net/forum.php?goto=lastpost&mod=redirect&tid=27994', year: 2012, categories: ['教育', '医疗卫生', '劳动就业', '文化体育', '残疾人康复社会服务'], pool: 20_000_000, awards: 206 },
  { id: 'yangzhou-2021', zh: '扬州市首届妇女儿童家庭公益服务项目', en: 'First Yangzhou programme for women, children and families', issuer: '扬州市妇女联合会', url: 'http://myzg.china.com.cn/2022-05/25/content_41981617.html', year: 2021, categories: ['儿童青少年关爱保护公共宣传', '儿童安全保护技能辅导', '巾帼志愿关爱服务', '妇女双创基金绩效调研'], awards: 10 },
  { id: 'pingshan-2015', zh: '坪山新区“妇女儿童之家”特色项目评选', en: 'Pingshan projects of the homes for women and children', issuer: '坪山新区妇工委', url: null, year: 2015, amount: { tiers: [[1, 30_000], [3, 20_000], [6, 10_000]] }, pool: 150_000, awards: 10 },
  { id: 'shunde-2016', zh: '顺德第三届公益创新大赛（“3861”妇女儿童公益板块）', en: 'Third Shunde contest, board for women and children', issuer: '顺德区社工委', url: 'http://gd.sina.com.cn/fs/2016-03-08/city-fs-ifxqaffy3745525.shtml', year: 2016, opensOn: '2016-03-07', closesOn: '2016-04-30', categories: ['长者服务', '残障人士服务', '环境保护', '社区工作', '妇女儿童及家庭服务', '青年青少年服务', '异地务工人员服务', '公益点子'], boards: [{ zh: '“3861”妇女儿童公益板块', en: '“3861” board for women and children', owner: '顺德区妇联', categories: ['妇女儿童及家庭服务'], awards: 34, closesOn: '2016-04-08' }, { zh: '其余三个板块', en: 'The three other boards', categories: ['长者服务', '残障人士服务', '环境保护', '社区工作', '青年青少年服务', '异地务工人员服务'], closesOn: '2016-04-08' }, { zh: '点子板块', en: 'Board for ideas', categories: ['公益点子'] }], amount: { cap: 200_000 }, pool: 8_700_000, topUp: { ratio: 1, max: 100_000 } },
  { id: 'zhongshan-2023', zh: '第十一届“博爱100”公益创投', en: 'Zhongshan “Bo’ai 100”, eleventh round', issuer: '中山市委统战部', url: 'http://www.151d.net/mzj/gggs/content/post_2352431.html', year: 2023, closesOn: '2023-12-15', categories: ['主版块', '镇街版块', '学生志愿服务项目大赛', '党外人士社会服务', '网络公益活动', '“家添能量”妇女儿童和家庭发展计划', '全民反诈'], boards: [{ zh: '主版块', en: 'Main board', categories: ['主版块'], amount: { from: 30_000, to: 80_000 } }, ...[['镇街版块', 'Towns and streets'], ['学生志愿服务项目大赛', 'Student volunteers'], ['党外人士社会服务', 'Service by non-party figures'], ['网络公益活动', 'Public benefit online'], ['“家添能量”妇女儿童和家庭发展计划', 'Women, children and families', '中山市妇联'], ['全民反诈', 'Against fraud']].map(([zh, en, owner]) => ({ zh: zh!, en: en!, owner, categories: [zh!] }))] },
  { id: 'changzhou-2025', zh: '第13届“常有爱·益万家”社会组织公益创投', en: 'Changzhou, thirteenth round', issuer: '常州市民政局', url: 'https://mzj.changzhou.gov.cn/html/czmzj/2025/HHCONQOJ_0418/75340.html', year: 2025, categories: ['直接实施类', '以奖代补类'], criteria: ['项目预算合理性', '服务对象精准性', '执行团队专业性', '宣传推广可行性'] },
  { id: 'changzhou-2018', zh: '常州市2018年社会公益创投', en: 'Changzhou round of 2018', issuer: '常州市民政局', url: null, year: 2018, categories: ['为老服务', '助残服务', '助孤服务', '济困服务', '其它公益类'], pool: 2_000_000 },
  { id: 'taicang-2018', zh: '太仓市第七届公益创投A类项目', en: 'Taicang, seventh round, class A', issuer: '太仓市民政局', url: 'http://tcinvest.cn/index.php/News/detail/id/1806.html', year: 2018, closesOn: '2018-07-22T23:59', categories: ['扶老助老', '关爱青少年', '扶残助残', '社会工作服务', '其他公益服务'], amount: { cap: 60_000 }, awards: 15, perOrganisation: 1 },
  { id: 'kunshan-2016', zh: '昆山市第五届公益创投', en: 'Kunshan, fifth round', issuer: '昆山市民政局', url: 'http://www.kstba.org/index.php?m=content&c=index&a=show&catid=28&id=3844', year: 2016, pool: 8_000_000 },
  { id: 'wuhu-2019', zh: '芜湖市第五届社会组织公益创投', en: 'Wuhu, fifth round', issuer: '芜湖市民政局', url: null, year: 2019, opensOn: '2019-08-13', closesOn: '2019-08-31', categories: ['为老服务', '儿童关爱', '助残服务', '困难帮扶', '社区治理', '其他公益服务'], seatsEach: 4, amount: { fixed: 100_000 }, pool: 2_400_000, awards: 24 },
  { id: 'shaoxing-2019', zh: '绍兴市2019年度公益创投', en: 'Shaoxing round of 2019', issuer: '绍兴市民政局', url: 'http://cs.zjol.com.cn/zjbd/sx16507/201901/t20190112_9229996.shtml', year: 2019, opensOn: '2019-01-17', closesOn: '2019-02-28', pool: 1_000_000, host: true },
  { id: 'zibo-2019', zh: '淄博市2019年社会组织公益创投', en: 'Zibo round of 2019', issuer: '淄博市民政局', url: 'http://news.lznews.cn/luzhong/zibo/201908/t20190821_11482198.html', year: 2019, closesOn: '2019-08-31', categories: ['美丽淄博', '扶贫攻坚', '新旧动能转换', '社工人才', '乡村振兴', '其他社会创新'], amount: { fixed: 50_000 } },
  { id: 'guangzhou-2023', zh: '第十一届广州市社会组织公益创投', en: 'Guangzhou, eleventh round', issuer: '广州市社会组织管理局', url: 'http://mzj.gz.gov.cn/gk/wgkzl/jcgk/content/post_9359005.html', year: 2023, opensOn: '2023-12-01', closesOn: '2023-12-20', categories: ['为老服务类'] },
  { id: 'guangzhou-5', zh: '第五届广州市社会组织公益创投', en: 'Guangzhou, fifth round', issuer: '广州市民政局', url: 'http://s-erp.net/sddc/9539.html', year: 2018, categories: ['为老服务', '助残服务', '青少年服务', '救助帮困', '其他公益'], awards: 162 },
  { id: 'haizhu', zh: '海珠区“慈泉杯”社会组织公益创投', en: 'Haizhu “Ciquan” round', issuer: '广州市海珠区民政局', url: 'http://gxrzs.yfsoft.com.cn/38049.html', year: 2022, perOrganisation: 2, host: true },
  { id: 'nanxiashu-2017', zh: '南夏墅街道首届公益创投', en: 'First Nanxiashu sub-district round', issuer: '常州市武进区南夏墅街道', url: 'https://www.wjyanghu.com/yhw/hotspot/wjxw/2017-12-16/36097.html', year: 2017, categories: ['为老服务', '助残服务', '帮困服务', '青少年服务', '居民融合服务'], amount: { from: 5_000, to: 20_000 } },
  { id: 'haishu-2013', zh: '海曙区第三届公益创投', en: 'Haishu, third round', issuer: '宁波市海曙区社会组织服务中心', url: 'http://www.nbgy.org/archiver/tid-10738.html', year: 2013, closesOn: '2013-04-30', categories: ['扶老、助残、救孤、济困', '社会工作专业服务', '其他社区公益服务'], amount: { cap: 50_000 } },
  { id: 'binhai-2014', zh: '滨海新区社会组织公益创投', en: 'Binhai round', issuer: '天津市滨海新区社会组织服务管理中心', url: 'https://m.dawendou.com/fanwen/gongzuohuibao/65155.html', year: 2014, tranches: [50, 40, 10] },
  { id: 'suzhou-2012', zh: '苏州市首届公益创投', en: 'First Suzhou round', issuer: '苏州公益创投执行办公室', url: 'http://www.qingl.net/archiver/tid-28138.html', year: 2012, awards: 52, publicityDays: 5 },
  { id: 'unnamed-2019', zh: '2019年社会组织公益创投活动', en: 'A round of 2019, city not named', issuer: '某市民政局', url: null, year: 2019, closesOn: '2019-09-03', categories: ['老年人', '青少年', '扶贫济困', '社区及社会组织发展', '其他公益服务'], amount: { cap: 80_000 }, pool: 1_500_000, perOrganisation: 1 },
  { id: 'yixing-2020', zh: '宜兴市2020年公益创投', en: 'Yixing round of 2020', issuer: '宜兴市民政局', url: 'http://2019.zhcw.com/gongyi/gongyihuodong/28888726.shtml', year: 2020, categories: ['公益创投', '社区微创投', '公益项目定向扶持'], route: 'directed', pool: 3_000_000, awards: 35 },
  { id: 'chongqing-volunteers', zh: '首届重庆市志愿服务项目大赛', en: 'First Chongqing volunteers’ contest', issuer: '重庆市文明办', url: null, year: 2017, amount: { tiers: [[20, 10_000], [20, 5_000], [30, 3_000]] }, awards: 70, written: 40 },
];
