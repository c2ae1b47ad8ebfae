/**
 * The organisations of the demonstration. Those with `since: 2021` come in with the archived programme and bring their profile up to date when
 * they apply again; the others register when they first apply. Names, people and credit codes are made up.
 */
const KNOWN = [
  ['caihong', '扬州市邗江区彩虹社会工作服务中心', '321003', '邗江区邗上街道文汇西路88号'],
  ['mulan', '扬州市广陵区木兰社会工作服务中心', '321002', '广陵区汶河街道甘泉路26号'],
  ['xinyu', '扬州市江都区新雨公益服务中心', '321012', '江都区仙女镇龙川北路15号'],
  ['linli', '扬州市仪征市邻里社会工作服务社', '321081', '仪征市真州镇解放西路102号'],
  ['zhuhu', '高邮市珠湖女性发展中心', '321084', '高邮市文游中路58号'],
  ['jiahe', '扬州市家和家庭教育指导中心', '321002', '广陵区文昌中路377号'],
  ['qinghe', '扬州市青禾青少年服务中心', '321002', '广陵区曲江街道运河西路9号'],
  ['tongxin', '扬州市同心社会工作服务中心', '321002', '广陵区文昌花园社区服务楼二层'],
  ['weiya', '扬州市维雅法律服务中心', '321003', '邗江区江阳中路433号'],
  ['hexiang', '宝应县荷乡社会工作服务中心', '321023', '宝应县安宜镇叶挺路31号'],
  ['shuxiang', '扬州市书香公益促进会', '321002', '广陵区东关街道国庆路17号'],
  ['chuangye', '扬州市巾帼创业服务中心', '321003', '邗江区维扬经济开发区高翔路6号'],
  ['xingyu', '扬州市星语家庭服务中心', '321002', '广陵区湾头镇壁虎河南路12号'],
  ['xiaojiaoya', '扬州市小脚丫服务中心', '321002', '广陵区汤汪街道施井路3号'],
  ['yuedong', '扬州市跃动公益服务中心', '321002', '广陵区杭集镇曙光路44号'],
  ['yinxing', '扬州市银杏社会工作服务中心', '321002', '广陵区曲江街道观潮路21号'],
];

const NEW = [
  ['hanshang', '扬州市邗江区邗上街道社区妇女儿童与家庭综合服务社', '袁媛', '321003', '邗江区邗上街道兴城西路55号'],
  ['zhuxi', '扬州市邗江区竹西阳光体育与青少年成长促进中心', '于慧', '321003', '邗江区竹西街道扬菱路8号'],
  ['huaihe', '扬州市邗江区槐泗镇巾帼邻里互助社', '蒋欣', '321003', '邗江区槐泗镇槐泗路19号'],
  ['xihu', '扬州市邗江区西湖街道幸福家庭社会工作站', '蔡琴', '321003', '邗江区西湖街道司徒庙路70号'],
  ['ganquan', '扬州市邗江区甘泉家庭营养与健康服务中心', '余珊', '321003', '邗江区甘泉街道双塘路2号'],
  ['juzi', '扬州市邗江区橘子公益研究与评估服务中心', '杜鹃', '321003', '邗江区蒋王街道开发西路211号'],
  ['wenchang', '扬州市广陵区文昌街道荷花池社区巾帼志愿者联合会家庭法律与财务指导服务中心', '叶青', '321002', '广陵区文昌街道荷花池路36号'],
];

export const FEDERATIONS = [['高邮市妇女联合会', '321084'], ['宝应县妇女联合会', '321023'], ['广陵区妇女联合会', '321002']];

const known = KNOWN.map(([key, name, territoryCode, address], at) => ({ key, name, territoryCode, address: `扬州市${address}`, since: 2021, at }));
const fresh = NEW.map(([key, name, leader, territoryCode, address], at) => ({ key, name, leader, territoryCode, address: `扬州市${address}`, at: KNOWN.length + at }));

/** @type {Map<string, {key: string, name: string, leader?: string, territoryCode: string, address: string, since?: number, at: number}>} */
export const ORGANISATIONS = new Map([...known, ...fresh].map((one) => [one.key, one]));
