import { say, tell } from '#libs/errors';

describe('tell', () => {
  const closed = say('征集已于{closesAt}截止，收到{count}份申报', 'The call closed at {closesAt} with {count} applications');

  it('shows instants as Beijing time and numbers as they are', () => {
    const facts = { closesAt: new Date('2026-09-01T10:00:00Z'), count: 1234.5 };
    expect(tell(closed, facts, 'zh')).toBe('征集已于2026-09-01 18:00 (北京时间)截止，收到1234.5份申报');
    expect(tell(closed, facts, 'en')).toBe('The call closed at 2026-09-01 18:00 (Beijing time) with 1234.5 applications');
  });

  it('shows midnight as 00:00 of the new day', () => {
    expect(tell(say('{at}', '{at}'), { at: new Date('2026-08-31T16:00:00Z') }, 'zh')).toBe('2026-09-01 00:00 (北京时间)');
  });

  it('keeps the place of a fact that is missing', () => {
    expect(tell(say('共{count}份', '{count} in all'), {}, 'zh')).toBe('共{count}份');
    expect(tell(say('{toString}', '{toString}'), {}, 'en')).toBe('{toString}');
  });

  it('shows nested sentences and lists in the language of the reader', () => {
    const facts = { roles: [say('评委', 'judge'), say('财务', 'finance')] };
    expect(tell(say('需要{roles}', 'Needs {roles}'), facts, 'zh')).toBe('需要评委、财务');
    expect(tell(say('需要{roles}', 'Needs {roles}'), facts, 'en')).toBe('Needs judge, finance');
  });

  it('does not interpolate what a fact itself contains', () => {
    expect(tell(say('{a}', '{a}'), { a: '{b}', b: 'secret' }, 'en')).toBe('{b}');
  });

  it('survives an instant that is not one', () => {
    expect(tell(say('{at}', '{at}'), { at: new Date(Number.NaN) }, 'en')).toBe('—');
  });
});
