import { sentenceOf } from './refuse-to-start.js';

describe('why it does not start', () => {
  it('is said in both languages with what the machine said', () => {
    expect(sentenceOf('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1')).toBe(
      '连不上数据库，请检查 DATABASE_URL 的地址，并确认数据库已启动 (connect ECONNREFUSED 127.0.0.1:1) / The database cannot be reached: check the address in DATABASE_URL and that the database runs (connect ECONNREFUSED 127.0.0.1:1)',
    );
  });

  it('stays as it is where it was said so already, and is one line otherwise', () => {
    expect(sentenceOf('', 'fsync 已关闭 / fsync is off')).toBe('fsync 已关闭 / fsync is off');
    expect(sentenceOf('', 'no such module')).toBe('无法启动：no such module / Cannot start: no such module');
  });
});
