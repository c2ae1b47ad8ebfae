import { redactAnswer, redactor, spellingsOf } from './redact.js';

const redact = redactor({ applicants: ['扬州市邗江区彩虹桥社会工作服务中心'], partners: ['广陵区邻里情志愿者协会'], people: ['李梅', '王'], projectName: '邻家妈妈' });

describe('blind reading', () => {
  it('replaces the applicant under each of its spellings, its partners and its people', () => {
    expect(redact('彩虹桥社会工作服务中心（彩虹桥）自2016年起由李梅主任负责，与广陵区邻里情志愿者协会合作。')).toBe('〔申报单位〕（〔申报单位〕）自2016年起由〔姓名〕主任负责，与〔合作单位〕合作。');
    expect(redact('扬州市邗江区彩虹桥社会工作服务中心')).toBe('〔申报单位〕');
  });

  it('replaces numbers, addresses and codes whoever they belong to, and no sum or date', () => {
    expect(redact('电话138 1234 5678或0514-87654321，邮箱a.b@example.org，官网www.caihong.org，代码52321003MJ5600001X')).toBe('电话〔电话〕或〔电话〕，邮箱〔邮箱〕，官网〔网址〕，代码〔信用代码〕');
    expect(redact('2026年3月至12月，预算50000.00元，服务13800人次，编号0514')).toBe('2026年3月至12月，预算50000.00元，服务13800人次，编号0514');
  });

  it('takes no common word for a name', () => {
    expect(spellingsOf('扬州市妇女联合会')).not.toContain('妇女');
    expect(redact('王家巷的居民')).toBe('王家巷的居民');
  });

  it('leaves a project its name where it is the organisation’s short one', () => {
    const named = redactor({ applicants: ['木兰课堂中心'], partners: [], people: [], projectName: '木兰课堂' });
    expect(named('木兰课堂由木兰课堂中心实施')).toBe('木兰课堂由〔申报单位〕实施');
  });

  it('reaches into tables', () => {
    expect(redactAnswer([{ item: '李梅讲课费', unitFen: 100 }, null], redact)).toEqual([{ item: '〔姓名〕讲课费', unitFen: 100 }, null]);
  });
});
