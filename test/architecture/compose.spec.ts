import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '#libs/config';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const root = resolve(__dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
/** What people write into .env; the names of .env.example are all there are. */
const SECRETS: Readonly<Record<string, string>> = { POSTGRES_PASSWORD: 'p'.repeat(64), OWNER_PASSWORD: 'o'.repeat(64), APP_PASSWORD: 'a'.repeat(64), SECRET_KEY: '5e'.repeat(32) };
const named = (file: string): string[] => [...file.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);

/** `${NAME}`, `${NAME:-fallback}` and `${NAME:?complaint}` as Compose fills them in. */
const filled = (value: string, env: Readonly<Record<string, string>>): string =>
  value.replace(/\$\{([A-Z_]+)(?::(-|\?)([^}]*))?\}/g, (_, name: string, kind: string | undefined, other: string) => env[name] ?? (kind === '-' ? other : `missing ${name}`));

const settings = new Set([...text('libs/config/app-config.ts').matchAll(/^ {2}([A-Z0-9_]+): z\./gm)].map(([, name]) => name!));

/** A built image is ours; any other one says which version it is. */
const ofImage = ({ image = '', build }: Service): string[] => (build !== undefined || /:v?\d/.test(image) ? [] : [`the image ${image} has no version`]);

const ofPorts = ({ ports = [] }: Service): string[] => ports.filter((port) => !/^127\.0\.0\.1:\d+:\d+$/.test(port)).map((port) => `port ${port} is open to everybody`);

const ofVolumes = ({ volumes: mounts = [] }: Service, { volumes }: Compose): string[] =>
  mounts.map((mount) => mount.split(':')[0]!).filter((from) => (from.startsWith('.') ? !existsSync(join(root, from)) : !(from in volumes))).map((from) => `there is no volume ${from}`);

const ofWaiting = ({ depends_on: after = {} }: Service, { services }: Compose): string[] =>
  Object.entries(after).flatMap(([other, { condition }]) => {
    if (!services[other]) return [`waits for ${other}, which is not there`];
    return condition === 'service_healthy' && !services[other].healthcheck ? [`waits for the health of ${other}, which nobody checks`] : [];
  });

const ofSettings = ({ build, environment = {} }: Service): string[] => (build === undefined ? [] : Object.keys(environment).filter((key) => !settings.has(key)).map((key) => `nobody reads the setting ${key}`));

/** Everything that makes the file unfit; empty when it can be started as it stands. */
function faultsOf(source: string): string[] {
  const compose = parse(source, { merge: true }) as Compose;
  return Object.entries(compose.services).flatMap(([name, service]) =>
    [...ofImage(service), ...ofPorts(service), ...ofVolumes(service, compose), ...ofWaiting(service, compose), ...ofSettings(service)].map((fault) => `${name}: ${fault}`));
}

describe('docker-compose.yml', () => {
  const source = text('docker-compose.yml');
  const { services } = parse(source, { merge: true }) as Compose;
  const doors = ['http', 'worker', 'migrate'];

  it('has named volumes, images with a version, ports of this machine alone, and waits for what is checked', () => {
    expect(Object.keys(services).sort()).toEqual(['http', 'mail', 'migrate', 'postgres', 'redis', 'worker']);
    expect(faultsOf(source)).toEqual([]);
  });

  it.each(doors)('gives the %s settings that the platform accepts, from what .env.example names and nothing else', (door) => {
    const asked = new Set([...source.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!));
    expect([...asked].sort()).toEqual(named(text('.env.example')).sort());
    const environment = Object.fromEntries(Object.entries(services[door]!.environment!).map(([key, value]) => [key, filled(value, SECRETS)]));
    const config = readConfig(environment);
    expect(config).toMatchObject({ sandbox: false });
    expect(new URL(environment['DATABASE_URL']!).hostname in services).toBe(true);
    expect(new URL(environment['REDIS_URL']!).hostname in services).toBe(true);
    expect(new URL(environment['SMTP_URL']!).hostname in services).toBe(true);
  });

  it('shows the password of the owner to the migration alone', () => {
    const knows = Object.entries(services).filter(([, { environment = {} }]) => Object.values(environment).some((value) => value.includes('OWNER_PASSWORD'))).map(([name]) => name);
    expect(knows.sort()).toEqual(['migrate', 'postgres']);
    const roles = text('deploy/postgres/roles.sh');
    for (const role of ['owner', 'app']) expect(roles).toContain(`CREATE ROLE qiongxiang_${role} LOGIN NOSUPERUSER`);
  });

  it('starts doors that are built, keeps the queue from dropping jobs, and asks the server at an address that it answers', () => {
    const entries = [...doors.map((door) => services[door]!.command), text('Dockerfile').match(/^CMD (\[.*\])$/m)![1]].flatMap((command) => (command === undefined ? [] : typeof command === 'string' ? (JSON.parse(command) as string[]) : command));
    for (const entry of entries.filter((word) => word.startsWith('dist/'))) expect(existsSync(join(root, entry.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
    expect(services['redis']!.command!.join(' ')).toContain('--maxmemory-policy noeviction');
    const asked = /127\.0\.0\.1:8080(\/[\w./-]+)/.exec(services['http']!.healthcheck!.test.join(' '))![1]!;
    expect(text('src/main.http.ts')).toContain(`'${asked.slice(1)}'`);
  });

  it('would be told of each of these', () => {
    const broken = (from: string, to: string) => faultsOf(source.replace(from, to));
    expect(broken('"127.0.0.1:8080:8080"', '"8080:8080"')).toEqual(['http: port 8080:8080 is open to everybody']);
    expect(broken('redis:7-bookworm', 'redis:latest')).toEqual(['redis: the image redis:latest has no version']);
    expect(broken('      - redis:/data', '      - lost:/data')).toEqual(['redis: there is no volume lost']);
    expect(broken('REDIS_URL:', 'REDIS_ADDRESS:')).toEqual(['migrate', 'http', 'worker'].map((door) => `${door}: nobody reads the setting REDIS_ADDRESS`));
    const unchecked = faultsOf(source.replace(/ {4}healthcheck:\n {6}test: \["CMD", "redis-cli"[^\n]*\n {6}interval: 2s\n {6}retries: 30\n/, ''));
    expect(unchecked).toEqual(['http', 'worker'].map((door) => `${door}: waits for the health of redis, which nobody checks`));
    expect(broken('    command: ["node", "--enable-source-maps", "dist/src/main.worker.js"]', '    depends_on: { gone: { condition: service_started } }')).toEqual(['worker: waits for gone, which is not there']);
  });
});
