import 'reflect-metadata';
import { migrate } from './database/data-source.js';
import { prepareDatabase } from './database/prepare-database.js';
import { refuseToStart } from './refuse-to-start.js';

const commands: Record<string, () => Promise<void>> = {
  migrate: async () => {
    const url = process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'];
    if (!url) throw new Error('DATABASE_OWNER_URL 未设置 / DATABASE_OWNER_URL is not set');
    await prepareDatabase(url);
    const ran = await migrate(url);
    console.log(ran.length === 0 ? '数据库已是最新 / The schema is up to date' : ran.join('\n'));
  },
};

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  const command = commands[name];
  if (!command) throw new Error(`命令须为 / The command is one of: ${Object.keys(commands).join(', ')}`);
  await command();
}

main().then(() => process.exit(0), refuseToStart);
