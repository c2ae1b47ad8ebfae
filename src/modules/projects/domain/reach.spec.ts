import { readProgramme, type Rulebook } from '#modules/calls';
import { plannedReach } from './reach.js';

describe('planned reach', () => {
  const { form } = readProgramme('yangzhou-2021') as Rulebook;

  it('is the answer about beneficiaries, numbers only', () => {
    const answers = { proposal: { beneficiaries: { direct: 120, women: 80, personTimes: 960, description: '单亲家庭', indirect: null } } };
    expect(plannedReach(form, answers)).toEqual({ direct: 120, women: 80, personTimes: 960 });
  });

  it('is empty where nothing was answered', () => {
    expect(plannedReach(form, {})).toEqual({});
    expect(plannedReach(form, { proposal: { beneficiaries: '若干' } })).toEqual({});
  });
});
