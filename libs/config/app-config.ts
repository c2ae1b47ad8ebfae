import { join } from 'node:path';
import { z } from 'zod';

/** Everything the environment may say, read once at boot. */
export interface AppConfig {
  readonly mode: 'production' | 'development' | 'test';
  readonly host: string;
  readonly port: number;
  /** Address under which people reach the platform; used in mails and for the origin check. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly databaseOwnerUrl?: string;
  readonly databasePool: number;
  readonly redisUrl?: string;
  readonly dataDir: string;
  readonly filesDir: string;
  /** The built front end; nothing is served when it is not there. */
  readonly webDir: string;
  readonly s3?: { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };
  /** ClamAV's daemon, `tcp://host:port` or `unix:/path`; without it uploads are shown as not scanned. */
  readonly clamdUrl?: string;
  /** How much may be kept for one organisation. */
  readonly uploadQuotaBytes: number;
  /** A server that speaks LibreTranslate’s interface; without it reviewers are told that there is no machine translation. */
  readonly translation?: { url: string; key?: string };
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** Key of 32 bytes, hexadecimal, that protects second-factor secrets at rest. */
  readonly secretKey: string;
  readonly secureCookies: boolean;
  readonly relaxedDurability: boolean;
  /** A rehearsal: an administrator may move the clock. Never in production. */
  readonly sandbox: boolean;
}

const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
  DATABASE_OWNER_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must start with redis://').optional(),
  DATA_DIR: z.string().default('.data'),
  WEB_DIR: z.string().default('web/dist'),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_URL: z.string().regex(/^(tcp:\/\/[^/:\s]+:\d+|unix:\/\S+)$/, 'must be tcp://host:port or unix:/path').optional(),
  UPLOAD_QUOTA_MB: z.coerce.number().int().min(1).max(1_000_000).default(2048),
  TRANSLATE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRANSLATE_KEY: z.string().optional(),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must start with smtp://').optional(),
  MAIL_FROM: z.string().default('琼香公益创投 <no-reply@localhost>'),
  SECRET_KEY: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  SECURE_COOKIES: z.enum(['yes', 'no']).default('yes'),
  RELAXED_DURABILITY: z.enum(['yes', 'no']).default('no'),
  SANDBOX_CLOCK: z.enum(['yes', 'no']).default('no'),
}).refine((env) => env.SANDBOX_CLOCK === 'no' || env.NODE_ENV !== 'production', {
  path: ['SANDBOX_CLOCK'],
  message: 'must be no in production: nobody may move the clock of real deadlines',
});

/** @throws Error naming every setting that is wrong, in one sentence */
export function readConfig(environment: NodeJS.ProcessEnv): AppConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(', ');
    throw new Error(`环境设置有误：${faults} / The environment is not valid: ${faults}`);
  }
  return Object.freeze(assemble(parsed.data));
}

function assemble(env: z.infer<typeof Environment>): AppConfig {
  return {
    mode: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    databasePool: env.DATABASE_POOL,
    redisUrl: env.REDIS_URL,
    dataDir: env.DATA_DIR,
    filesDir: join(env.DATA_DIR, 'files'),
    webDir: env.WEB_DIR,
    s3: readS3(env),
    clamdUrl: env.CLAMD_URL,
    uploadQuotaBytes: env.UPLOAD_QUOTA_MB * 1_048_576,
    translation: env.TRANSLATE_URL === undefined ? undefined : { url: env.TRANSLATE_URL, key: env.TRANSLATE_KEY },
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    secretKey: env.SECRET_KEY,
    secureCookies: env.SECURE_COOKIES === 'yes',
    relaxedDurability: env.RELAXED_DURABILITY === 'yes' && env.NODE_ENV === 'test',
    sandbox: env.SANDBOX_CLOCK === 'yes',
  };
}

function readS3(env: z.infer<typeof Environment>): AppConfig['s3'] {
  if (!env.S3_ENDPOINT) return undefined;
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!bucket || !accessKeyId || !secretAccessKey) {
    throw new Error('S3_ENDPOINT 需要同时设置 S3_BUCKET、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY / S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY');
  }
  return { endpoint: env.S3_ENDPOINT, bucket, region: env.S3_REGION, accessKeyId, secretAccessKey };
}
