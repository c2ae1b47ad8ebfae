import { nextDate } from './next-date.js';

const stage = (zh: string, opensAt: string | null, closesAt: string | null) => ({ title: { zh, en: zh }, opensAt, closesAt });

describe('the next date of a round', () => {
  const rules = { stages: [stage('申报', '2021-09-01T09:00:00+08:00', '2021-09-24T17:00:00+08:00'), stage('审查', '2021-09-26T09:00:00+08:00', null)] };
  const on = (now: string) => nextDate(rules, new Date(now));

  it('is the nearest edge that lies ahead', () => {
    expect(on('2021-08-01T00:00:00+08:00')).toMatchObject({ edge: 'opens', stage: { zh: '申报' } });
    expect(on('2021-09-02T00:00:00+08:00')).toEqual({ edge: 'closes', stage: { zh: '申报', en: '申报' }, at: new Date('2021-09-24T09:00:00Z') });
    expect(on('2021-09-25T00:00:00+08:00')).toMatchObject({ edge: 'opens', stage: { zh: '审查' } });
  });

  it('is none when all is past', () => expect(on('2022-01-01T00:00:00+08:00')).toBeNull());

  it.each([[{}], [{ stages: 'soon' }], [{ stages: [null, {}, { title: { zh: '一', en: '1' }, opensAt: 'tomorrow' }] }]])('is none where a draft says nothing readable: %j', (draft) => {
    expect(nextDate(draft, new Date(0))).toBeNull();
  });
});
