import { besideLater } from './beside-later.js';

const ORDER = ['written', 'roadshow', 'final'];
const roadshow = { stageKey: 'roadshow', status: 'open', applicationIds: ['a', 'b'] } as const;

describe('a corrected ranking beside the stage after it', () => {
  it('concerns nobody while that has not begun', () => {
    expect(besideLater(ORDER, 'written', [{ stageKey: 'written', status: 'sealed', applicationIds: ['a', 'b', 'c'] }], ['c'])).toBeNull();
  });

  it('lets in whoever was wrongly left out, and puts nobody out', () => {
    expect(besideLater(ORDER, 'written', [roadshow], ['a', 'c'])).toEqual({ next: roadshow, joins: ['c'], stays: ['b'], late: false });
  });

  it('changes nothing where the same go on', () => {
    expect(besideLater(ORDER, 'written', [roadshow], ['b', 'a'])).toMatchObject({ joins: [], stays: [], late: false });
  });

  it('comes too late once the stage after the next has begun', () => {
    expect(besideLater(ORDER, 'written', [roadshow, { stageKey: 'final', status: 'open', applicationIds: ['a'] }], ['c'])).toMatchObject({ joins: ['c'], late: true });
  });
});
