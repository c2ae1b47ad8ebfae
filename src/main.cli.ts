import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { migrate } from './database/data-source.js';
import { prepareDatabase } from './database/prepare-database.js';
import { refuseToStart } from './refuse-to-start.js';

const commands: Record<string, () => Promise<void>> = {
  migrate: async () => {
    const url = process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'];
    if (!url) throw new Error('DATABASE_OWNER_URL 未设置 / DATABASE_OWNER_URL is not set');
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('DATABASE_URL 须以 postgres:// 开头 / DATABASE_URL must start with postgres://');
    await prepareDatabase(url);
    const ran = await migrate(url);
    console.log(ran.length === 0 ? '数据库已是最新 / The schema is up to date' : ran.join('\n'));
  },
  found: foundPlatform,
  invariants: async () => {
    const { brokenInvariants } = await import('./invariants.js');
    console.log(JSON.stringify(await brokenInvariants(process.env['DATABASE_OWNER_URL'] ?? '')));
  },
  openapi: async () => {
    const { describeUnstarted } = await import('./describe-interface.js');
    // Into a file: a pipe would be cut off when the process ends.
    writeFileSync(process.argv[3] ?? 'openapi.json', `${JSON.stringify(await describeUnstarted(), null, 2)}\n`);
  },
};

/** The first place and administrator: `found <email> <name of the person> [<path> <kind> <name of the place>]`; prints her letter's link. */
async function foundPlatform(): Promise<void> {
  const [email, name, path = 'js.', kind = 'province', place = '省妇联'] = process.argv.slice(3);
  if (!email || !name) throw new Error('用法 / Usage: found <email> <name> [<path> <kind> <place>]');
  // Loaded late: migrating needs none of the modules.
  const { inviteFounder } = await import('./found.js');
  console.log(await inviteFounder({ path, kind, name: place }, { email, name, language: 'zh' }));
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  const command = commands[name];
  if (!command) throw new Error(`命令须为 / The command is one of: ${Object.keys(commands).join(', ')}`);
  await command();
}

main().then(() => process.exit(0), refuseToStart);
