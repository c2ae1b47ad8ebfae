/**
 * Who applies in a rehearsal. The programmes are published ones; the applicants and their projects are made up, for the notices name
 * none or few. `quality` is about how many percent of the points the judges give; `flaw` is the rule that fails at screening.
 */
const LEADERS = ['李梅', '陈思远', '周晓琳', '吴敏', '郭静怡', '朱丽华', '马晓燕', '胡小芳', '林秀英', '徐佳', '沈玉兰', '韩雪', '曹文君', '彭丹', '董洁', '潘虹', '袁媛', '于慧', '蒋欣', '蔡琴', '余珊', '杜鹃', '叶青', '程颖', '苏醒', '魏薇', '吕梁', '丁宁'];

function proposals(names, make) {
  return names.map(([name, organisation, more = {}], at) => ({ name, organisation, leader: LEADERS[at % LEADERS.length], quality: 93 - at * 2, ...make(at), ...more }));
}

const yangzhou = proposals([
  ['护苗童行儿童安全教育', '扬州市邗江区彩虹社会工作服务中心'],
  ['木兰妈妈成长课堂', '扬州市广陵区木兰社会工作服务中心'], ['流动儿童四点半课堂', '扬州市江都区新雨公益服务中心'],
  ['巾帼微家邻里互助', '扬州市仪征市邻里社会工作服务社'], ['困境妇女就业赋能', '高邮市珠湖女性发展中心'], ['家庭教育百场公益行', '扬州市家和家庭教育指导中心'],
  ['青春期女童护航', '扬州市青禾青少年服务中心'], ['单亲母亲支持小组', '扬州市同心社会工作服务中心'], ['反家庭暴力法律援助', '扬州市维雅法律服务中心'],
  ['隔代养育支持计划', '宝应县荷乡社会工作服务中心'], ['留守儿童悦读角', '扬州市书香公益促进会'], ['女性创业导师团', '扬州市巾帼创业服务中心'],
  ['孤独症儿童家庭喘息', '扬州市星语家庭服务中心'], ['社区婴幼儿照护', '扬州市小脚丫服务中心'], ['乡村女童运动营', '扬州市跃动公益服务中心'],
  ['老年女性数字课堂', '扬州市银杏社会工作服务中心', { flaw: 'E5', flawNote: '查询结果显示申报前八个月被列入活动异常名录' }],
], (at) => ({ requestedFen: 5_000_000 - (at % 4) * 500_000, matchingFen: 1_250_000, place: '扬州市' }));

const wenjiang = proposals([
  ['社区儿童友好共创', '成都市温江区童伴社会工作服务中心'], ['她力量家庭支持站', '成都市温江区禾苗社会工作服务中心'],
  ['妇女微家互助计划', '成都市温江区众益社会服务中心', { flaw: 'E7', flawNote: '上一年度受到行政处罚' }],
], () => ({ requestedFen: 3_000_000, matchingFen: 800_000, place: '成都市温江区' }));

const hubei = proposals([
  ['木兰心驿站', '武汉市洪山区木兰社会工作服务中心', { place: '武汉市洪山区' }], ['留守妇女微就业', '宜昌市夷陵区众爱社会工作服务中心', { place: '宜昌市夷陵区' }],
  ['儿童防溺水守护', '荆州市沙市区童安公益服务中心', { place: '荆州市沙市区' }], ['家门口的妈妈小站', '襄阳市樊城区邻里社会工作服务社', { place: '襄阳市樊城区' }],
  ['婚姻家庭调适小组', '黄石市港区和美社会工作服务中心', { place: '黄石市' }], ['乡村女童阅读计划', '恩施市青禾公益发展中心', { place: '恩施市', flaw: 'E6', flawNote: '列入严重违法失信名单' }],
], () => ({ requestedFen: 5_000_000, matchingFen: 1_000_000 }));

/** Twenty-eight for six categories with four seats each: two categories have one more than they can take, two are refused. */
function wuhu() {
  const keys = ['elderly', 'children', 'disabled', 'hardship', 'community', 'other'];
  const names = keys.flatMap((key, kind) => Array.from({ length: kind < 2 ? 5 : 4 }, (_, at) => [`第${kind + 1}类惠民服务项目${at + 1}`, `芜湖市${'镜湖弋江鸠江湾沚繁昌无为'.slice(kind * 2, kind * 2 + 2)}区惠民社会工作服务中心${at + 1}部`, { categoryKey: key }]));
  return proposals(names, () => ({ requestedFen: 10_000_000, matchingFen: 0, place: '芜湖市' })).map((one, at) => ({ ...one, quality: 95 - (at % 5) * 4 - Math.floor(at / 5) }));
}

export const PROPOSALS = { 'yangzhou-2021': yangzhou, 'wenjiang-2025-supplementary': wenjiang, 'hubei-mulan-2024': hubei, 'wuhu-2019': wuhu() };

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code (GB 32100-2015) with sound check characters that belongs to nobody we know. */
export function aCreditCode(at) {
  const body = `MJ9${String(at + 1).padStart(5, '0')}`;
  const sum = [...body].reduce((total, character, place) => total + Number.parseInt(character, 36) * [3, 7, 9, 10, 5, 8, 4, 2][place], 0);
  const first = `52321003${body}${'0123456789X'[(11 - (sum % 11)) % 11]}`;
  let [total, weight] = [0, 1];
  for (const character of first) [total, weight] = [total + ALPHABET.indexOf(character) * weight, (weight * 3) % 31];
  return first + ALPHABET[(31 - (total % 31)) % 31];
}
