import { Redis } from 'ioredis';
import { Client } from 'pg';
import type { AppConfig } from '#libs/config';

/** What decides whether an acknowledged write survives, and whether the application's role is as weak as it must be. */
export interface BootFacts {
  readonly fsync: boolean;
  readonly fullPageWrites: boolean;
  readonly synchronousCommit: string;
  readonly role: string;
  readonly superuser: boolean;
  readonly bypassesRowRules: boolean;
  readonly ownsTables: boolean;
  readonly redis?: { readonly evictionPolicy: string; readonly appendOnly: boolean };
}

/**
 * Refuses to start on settings under which promised writes may be lost or the role could rewrite the record
 * (reliability A03). Relaxed durability excuses the three settings of a throw-away cluster and nothing else.
 * @throws Error with every fault in one sentence each
 */
export async function guardBoot(config: AppConfig): Promise<void> {
  const redis = config.redisUrl ? await readRedis(config.redisUrl) : undefined;
  const faults = faultsOf({ ...(await readPostgres(config.databaseUrl)), redis }, config.relaxedDurability);
  if (faults.length > 0) throw new Error(faults.join('; '));
}

/** Every fault, in words. */
export function faultsOf(facts: BootFacts, relaxed: boolean): string[] {
  return [...(relaxed ? [] : durabilityFaults(facts)), ...roleFaults(facts), ...redisFaults(facts, relaxed)];
}

function durabilityFaults(facts: BootFacts): string[] {
  const faults: string[] = [];
  if (!facts.fsync) faults.push('PostgreSQL 的 fsync 已关闭，断电会损坏数据 / fsync is off in PostgreSQL: a power cut would corrupt the data');
  if (!facts.fullPageWrites) faults.push('PostgreSQL 的 full_page_writes 已关闭 / full_page_writes is off in PostgreSQL: torn pages could not be repaired');
  if (facts.synchronousCommit === 'off') faults.push('PostgreSQL 的 synchronous_commit 已关闭，已确认的操作可能丢失 / synchronous_commit is off in PostgreSQL: acknowledged writes could be lost');
  return faults;
}

function roleFaults({ role, superuser, bypassesRowRules, ownsTables }: BootFacts): string[] {
  const faults: string[] = [];
  if (superuser) faults.push(`应用的数据库角色 ${role} 是超级用户 / the application's role ${role} is a superuser`);
  if (bypassesRowRules && !superuser) faults.push(`应用的数据库角色 ${role} 拥有 BYPASSRLS / the application's role ${role} has BYPASSRLS`);
  if (ownsTables) faults.push(`应用的数据库角色 ${role} 是数据表的所有者，请用单独的角色迁移 / the application's role ${role} owns tables: migrate with a role of its own`);
  return faults;
}

function redisFaults({ redis }: BootFacts, relaxed: boolean): string[] {
  const faults: string[] = [];
  if (redis && redis.evictionPolicy !== 'noeviction') {
    faults.push(`Redis 的 maxmemory-policy 为 ${redis.evictionPolicy}，须为 noeviction / maxmemory-policy of Redis is ${redis.evictionPolicy} and must be noeviction`);
  }
  if (redis && !redis.appendOnly && !relaxed) faults.push('Redis 的 appendonly 未开启 / appendonly is off in Redis');
  return faults;
}

const FACTS = `
  select current_setting('fsync') = 'on' as "fsync", current_setting('full_page_writes') = 'on' as "fullPageWrites",
    current_setting('synchronous_commit') as "synchronousCommit", rolname as role, rolsuper as superuser, rolbypassrls as "bypassesRowRules",
    exists (select 1 from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and pg_has_role(current_user, relowner, 'member') and not rolsuper) as "ownsTables"
  from pg_roles where rolname = current_user`;

async function readPostgres(url: string): Promise<Omit<BootFacts, 'redis'>> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<Omit<BootFacts, 'redis'>>(FACTS);
    return rows[0]!;
  } finally {
    await client.end();
  }
}

/** Asked through INFO, which hosted Redis allows where CONFIG is closed. */
async function readRedis(url: string): Promise<BootFacts['redis']> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 10_000 });
  let cause = '';
  client.on('error', (error) => (cause = error.message));
  try {
    await client.connect();
    const said = `${await client.info('memory')}\n${await client.info('persistence')}`;
    return { evictionPolicy: word(said, 'maxmemory_policy') ?? 'unknown', appendOnly: word(said, 'aof_enabled') === '1' };
  } catch (error) {
    const why = cause || (error as Error).message;
    throw new Error(`连不上 Redis，请检查 REDIS_URL (${why}) / Redis cannot be reached: check REDIS_URL (${why})`);
  } finally {
    client.disconnect();
  }
}

const word = (text: string, name: string): string | undefined => new RegExp(`^${name}:(\\S+)`, 'm').exec(text)?.[1];
