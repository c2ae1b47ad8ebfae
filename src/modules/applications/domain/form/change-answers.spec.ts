import { changeAnswers } from './change-answers.js';

describe('answers that are changed one by one', () => {
  const before = { about: { name: '她力量', words: 3 }, people: { direct: { women: 20 } } };

  it('replaces what is named and leaves the rest, untouched sections as they are', () => {
    const after = changeAnswers(before, { about: { name: '半边天' } });
    expect(after).toEqual({ about: { name: '半边天', words: 3 }, people: { direct: { women: 20 } } });
    expect(after['people']).toBe(before.people);
    expect(before.about.name).toBe('她力量');
  });

  it('takes an answer away for null, an empty text and an empty list', () => {
    expect(changeAnswers(before, { about: { name: null, words: [] } })).toEqual({ about: {}, people: before.people });
    expect(changeAnswers(before, { about: { name: ' ' } }).about).toEqual({ words: 3 });
  });

  it('begins a section that was not there', () => {
    expect(changeAnswers(before, { plan: { aim: '安家' } })).toEqual({ ...before, plan: { aim: '安家' } });
  });

  it('refuses a section that is no set of answers', () => {
    for (const given of [3, 'text', null, ['list']]) expect(() => changeAnswers(before, { about: given } as never)).toThrow(expect.objectContaining({ code: 'section_invalid' }));
  });
});
