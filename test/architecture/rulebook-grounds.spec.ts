/// <reference lib="dom" />
import { carriedGrounds, movedGrounds } from '../../web/src/features/calls/rulebook/grounds.js';

const ours = (zh: string) => ({ kind: 'assumption' as const, why: { zh, en: zh } });
const basis = { '/eligibility': ours('all'), '/eligibility/0': ours('first'), '/eligibility/1/minYears': ours('second'), '/eligibility/10': ours('eleventh'), '/form/sections/1': ours('form') };

describe('the grounds of rules in a list', () => {
  it('go with a row that is moved', () => {
    expect(movedGrounds(basis, ['eligibility'], [1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toMatchObject({ '/eligibility/1': ours('first'), '/eligibility/0/minYears': ours('second'), '/eligibility/10': ours('eleventh') });
  });

  it('go away with a row that is removed, and those behind it move up', () => {
    const after = movedGrounds(basis, ['eligibility'], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(after).toEqual({ '/eligibility': ours('all'), '/eligibility/0/minYears': ours('second'), '/eligibility/9': ours('eleventh'), '/form/sections/1': ours('form') });
  });

  it('of other lists stay as they are', () => {
    expect(movedGrounds(basis, ['form', 'sections'], [1, 0])).toMatchObject({ '/form/sections/0': ours('form'), '/eligibility/0': ours('first') });
    expect(movedGrounds(undefined, ['stages'], [0])).toEqual({});
  });

  it('go along with a question that goes to another section, and those behind it move up', () => {
    const first = '/form/sections/0/questions';
    const asked = { [`${first}/0`]: ours('first'), [`${first}/1/limit`]: ours('second'), [`${first}/2`]: ours('third'), '/form/sections/1/questions/0': ours('there') };
    const after = carriedGrounds(asked, ['form', 'sections', '0', 'questions'], 1, ['form', 'sections', '1', 'questions', '4']);
    expect(after).toEqual({ [`${first}/0`]: ours('first'), [`${first}/1`]: ours('third'), '/form/sections/1/questions/0': ours('there'), '/form/sections/1/questions/4/limit': ours('second') });
  });
});
