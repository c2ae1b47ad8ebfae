import { refusalIn } from './children.mjs';

describe('what a server said before it ended', () => {
  it('is one sentence in each language where it refused to start', () => {
    const said = 'WARN something\nRedis 的 maxmemory-policy 为 allkeys-lru，须为 noeviction / maxmemory-policy of Redis is allkeys-lru and must be noeviction\n';
    expect(refusalIn('http-refused', said)).toMatchObject({ code: 'http-refused', zh: 'Redis 的 maxmemory-policy 为 allkeys-lru，须为 noeviction。', en: 'maxmemory-policy of Redis is allkeys-lru and must be noeviction.' });
  });

  it('names several reasons in each language', () => {
    expect(refusalIn('x', '甲不对 / A is wrong; 乙不对 / B is wrong')).toMatchObject({ zh: '甲不对；乙不对。', en: 'A is wrong; B is wrong.' });
  });

  it('is left as it is where it is no refusal', () => {
    expect(refusalIn('x', 'TypeError: a / b')).toBeUndefined();
    expect(refusalIn('x', '')).toBeUndefined();
  });
});
