import { KeptProposals } from './kept-proposals.js';
import { propose, type PlanInput } from './propose.js';
import { changedBetween, groundOf, isSameOutcome, MARK, markOf, outcomeOf } from './trial-mark.js';

const expert = (seatId: string) => ({ seatId, topics: [], languages: ['zh'], territoryCode: null, most: null, out: null });
const application = (id: string) => ({ id, projectName: '木兰课堂', categoryTitle: '妇女儿童', territoryCode: '321002', language: 'zh' });
const input: PlanInput = {
  settings: { perApplication: 1, most: null, region: 'any' }, experts: [expert('s1'), expert('s2')], applications: [application('a1'), application('a2')],
  forbidden: new Map([['s1 a1', 'conflict']]), fixed: new Map(), wishes: new Map(),
};
const marked = (one: PlanInput) => markOf(outcomeOf(propose(one), one.settings), groundOf(one));

describe('the mark of a dry run', () => {
  it('is the same for the same ground, in whatever order its words were found', () => {
    const [one, other] = [new Map([['s1 a1', 'conflict'], ['s2 a2', 'doubt']] as const), new Map([['s2 a2', 'doubt'], ['s1 a1', 'conflict']] as const)];
    expect(groundOf({ ...input, forbidden: one })).toBe(groundOf({ ...input, forbidden: other }));
    expect(marked(input)).toMatch(MARK);
    expect(changedBetween(marked(input), marked(input))).toEqual([]);
  });

  it.each<[string, Partial<PlanInput>]>([
    ['试排的设置', { settings: { ...input.settings, most: 2 } }],
    ['评委组或评委资料', { experts: [expert('s1'), { ...expert('s2'), most: 1 }] }],
    ['参评申报', { applications: [application('a1')] }],
    ['利益冲突', { forbidden: new Map([['s1 a1', 'doubt']]) }],
    ['人工调整', { forbidden: new Map([['s1 a1', 'conflict'], ['s2 a2', 'never']]) }],
    ['人工调整', { fixed: new Map([['s2 a2', 'must']]) }],
    ['已开始的评分', { fixed: new Map([['s2 a2', 'begun']]) }],
    ['评审意愿', { wishes: new Map([['s2 a2', 'eager']]) }],
  ])('says that it was %s that changed', (name, change) => {
    expect(changedBetween(marked(input), marked({ ...input, ...change })).map(({ zh }) => zh)).toEqual([name]);
  });

  it('tells a change that comes to the same pairs from one that does not', () => {
    expect(isSameOutcome(marked(input), marked({ ...input, wishes: new Map([['s2 a1', 'eager']]) }))).toBe(true);
    expect(isSameOutcome(marked(input), marked({ ...input, forbidden: new Map([['s2 a1', 'conflict']]) }))).toBe(false);
  });
});

describe('what was solved', () => {
  it('is not solved again on the same ground, and only the last few are kept', () => {
    const kept = new KeptProposals();
    let solved = 0;
    const of = (ground: string) => kept.of(ground, () => ((solved += 1), propose(input)));
    expect(of('a')).toBe(of('a'));
    expect(solved).toBe(1);
    for (const ground of ['b', 'c', 'd', 'a', 'e', 'a']) of(ground);
    expect(solved).toBe(5);
    of('b');
    expect(solved).toBe(6);
  });
});
