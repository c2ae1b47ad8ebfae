import { aliasIn } from '../../web/src/features/scoring/alias-words.js';

describe('the names of judges on the record', () => {
  it.each([['评委3', 'Judge 3'], ['特邀评委12', 'Guest judge 12'], ['匿名1', 'Anonymous 1']])('%s is read as “%s” on an English page and stays as it was sealed on a Chinese one', (alias, english) => {
    expect([aliasIn(alias, 'en'), aliasIn(alias, 'zh')]).toEqual([english, alias]);
  });

  it.each(['王评委', '评委', '评委3号', 'Judge 3'])('leaves “%s” alone', (name) => expect(aliasIn(name, 'en')).toBe(name));
});
