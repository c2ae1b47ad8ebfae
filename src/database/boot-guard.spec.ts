import { faultsOf, type BootFacts } from './boot-guard.js';

const sound: BootFacts = {
  fsync: true, fullPageWrites: true, synchronousCommit: 'on', role: 'app', superuser: false, bypassesRowRules: false, ownsTables: false,
  redis: { evictionPolicy: 'noeviction', appendOnly: true },
};

describe('the guard at the door', () => {
  it('lets a sound installation start', () => {
    expect(faultsOf(sound, false)).toEqual([]);
    expect(faultsOf({ ...sound, redis: undefined }, false)).toEqual([]);
  });

  it.each<[string, Partial<BootFacts>, RegExp]>([
    ['fsync off', { fsync: false }, /fsync/],
    ['full_page_writes off', { fullPageWrites: false }, /full_page_writes/],
    ['synchronous_commit off', { synchronousCommit: 'off' }, /synchronous_commit/],
    ['a superuser', { superuser: true, bypassesRowRules: true }, /superuser/],
    ['BYPASSRLS', { bypassesRowRules: true }, /BYPASSRLS/],
    ['an owner of tables', { ownsTables: true }, /owns tables/],
    ['a Redis that forgets under pressure', { redis: { evictionPolicy: 'allkeys-lru', appendOnly: true } }, /allkeys-lru/],
    ['a Redis that keeps nothing', { redis: { evictionPolicy: 'noeviction', appendOnly: false } }, /appendonly/],
  ])('refuses %s', (_, difference, reason) => {
    expect(faultsOf({ ...sound, ...difference }, false)).toEqual([expect.stringMatching(reason)]);
  });

  it('excuses a throw-away cluster its durability and never the rights of the role', () => {
    expect(faultsOf({ ...sound, fsync: false, fullPageWrites: false, synchronousCommit: 'off' }, true)).toEqual([]);
    expect(faultsOf({ ...sound, superuser: true }, true)).toHaveLength(1);
  });
});
