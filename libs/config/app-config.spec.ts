import { readConfig } from '#libs/config';

const least = { DATABASE_URL: 'postgres://127.0.0.1/x', SECRET_KEY: 'ab'.repeat(32) };

describe('the environment', () => {
  it('fills in what is not said', () => {
    expect(readConfig(least)).toMatchObject({ host: '127.0.0.1', port: 8080, publicUrl: 'http://127.0.0.1:8080', secureCookies: true });
  });

  it('names every wrong setting at once', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://x', PORT: 'seven', SECRET_KEY: 'short' })).toThrow(/DATABASE_URL.*SECRET_KEY|PORT/s);
  });

  it('treats an empty setting as not given', () => {
    expect(readConfig({ ...least, REDIS_URL: '' }).redisUrl).toBeUndefined();
  });

  it('takes an object store whole or not at all', () => {
    expect(() => readConfig({ ...least, S3_ENDPOINT: 'http://127.0.0.1:9000' })).toThrow(/S3_BUCKET/);
  });

  it('lets nobody move the clock in production', () => {
    expect(readConfig({ ...least, SANDBOX_CLOCK: 'yes', NODE_ENV: 'development' }).sandbox).toBe(true);
    expect(() => readConfig({ ...least, SANDBOX_CLOCK: 'yes', NODE_ENV: 'production' })).toThrow(/SANDBOX_CLOCK/);
  });

  it('never relaxes durability outside tests', () => {
    expect(readConfig({ ...least, RELAXED_DURABILITY: 'yes', NODE_ENV: 'production' }).relaxedDurability).toBe(false);
  });
});
